package com.tillhouse.core.checkout.domain;

import java.time.Instant;

/** Why a payment can't be cancelled, known before Antom is asked. */
public enum CancelObstacle {
    NONE("cancel_possible", "It can be cancelled."),
    ENDED("payment_ended", "The payment has ended already; there is nothing to cancel."),
    REFUNDED("payment_refunded", "A refund of this payment was made or is under way; refund the rest instead."),
    CAPTURING(
            "payment_being_captured",
            "A capture of this payment is under way. Wait for its end; what is captured can be refunded."),
    CAPTURED("payment_captured", "Money of this payment was captured; refund it instead."),
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
    static CancelObstacle against(Hold hold, Instant now) {
        PaymentState state = hold.state();
        return switch (state.status()) {
            case CREATED, OPEN, PROCESSING, ABANDONED -> ofMethod(state);
            case AUTHORIZED -> hold.capturing() ? CAPTURING : ofMethod(state);
            case SUCCEEDED -> whenPaid(hold, now);
            case CANCELED -> state.surplus() ? NONE : ENDED;
            case FAILED, EXPIRED -> ENDED;
        };
    }

    private static CancelObstacle ofMethod(PaymentState state) {
        return CancelWindow.never(state.provider().method()) ? METHOD_NEVER_CANCELS : NONE;
    }

    private static CancelObstacle whenPaid(Hold hold, Instant now) {
        PaymentState state = hold.state();
        if (state.authorization() != null) {
            return CAPTURED;
        }
        if (state.balance().reserved().positive() || state.balance().refunded().positive()) {
            return REFUNDED;
        }
        Instant paidAt = state.paidAt() == null ? hold.origin().createdAt() : state.paidAt();
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
