package com.tillhouse.core.checkout.domain;

import java.time.Instant;

/** Why a payment can't be cancelled, known before Antom is asked. */
public enum CancelObstacle {
    NONE("cancel_possible", "It can be cancelled."),
    ENDED("payment_ended", "The payment has ended already; there is nothing to cancel."),
    REFUNDED("payment_refunded", "A refund of this payment was made or is under way; refund the rest instead."),
    WINDOW_CLOSED(
            "cancel_window_closed",
            "Antom cancels until 00:15 (GMT+8) of the day after payment, and that time is over; refund it instead."),
    METHOD_NEVER_CANCELS("method_never_cancels", "This payment method can't be cancelled; refund it once it is paid.");

    private final String code;
    private final String sentence;

    CancelObstacle(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** Money that came after a cancel may be cancelled again: that is how it goes back. */
    static CancelObstacle of(PaymentOrigin origin, PaymentState state, Instant now) {
        return switch (state.status()) {
            case CREATED, OPEN, PROCESSING, ABANDONED ->
                CancelWindow.never(state.provider().method()) ? METHOD_NEVER_CANCELS : NONE;
            case SUCCEEDED -> whenPaid(origin, state, now);
            case CANCELED -> state.surplus() ? NONE : ENDED;
            case FAILED, EXPIRED -> ENDED;
        };
    }

    private static CancelObstacle whenPaid(PaymentOrigin origin, PaymentState state, Instant now) {
        if (state.balance().reserved().positive() || state.balance().refunded().positive()) {
            return REFUNDED;
        }
        Instant paidAt = state.paidAt() == null ? origin.createdAt() : state.paidAt();
        return CancelWindow.open(state.provider().method(), paidAt, now) ? NONE : WINDOW_CLOSED;
    }

    /** Stable, snake_case, part of the API. */
    public String code() {
        return code;
    }

    /** What a merchant should know. */
    public String sentence() {
        return sentence;
    }
}
