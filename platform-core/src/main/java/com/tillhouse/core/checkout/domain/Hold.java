package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.checkout.domain.page.CaptureMode;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.shared.Money;
import java.time.Instant;

/** What a payment's authorisation means for it at one moment; only reads, {@link Payment} draws the consequences. */
public record Hold(PaymentOrigin origin, PaymentState state) {

    /** True once the buyer has done their part and it was not given back. */
    public boolean paid() {
        return state.status() == PaymentStatus.AUTHORIZED || state.status() == PaymentStatus.SUCCEEDED;
    }

    /** True while a capture is on its way. */
    public boolean capturing() {
        Authorization held = state.authorization();
        return held != null && held.capturing().positive();
    }

    /** True while more of it can be captured, now or once a capture on its way has failed. */
    public boolean capturable() {
        Authorization held = state.authorization();
        return paid()
                && held != null
                && !held.closed()
                && state.balance().captured().value() < origin.amount().value();
    }

    /** What can be captured now; what captures on their way speak for is not part of it. */
    public Money leftToCapture() {
        Authorization held = state.authorization();
        return held == null || !capturable()
                ? Money.zero(origin.amount().currency())
                : origin.amount().minus(state.balance().captured()).minus(held.capturing());
    }

    /** An end is not believed while a capture is on its way: what becomes of that says more. */
    boolean endsUnderACapture(PaymentNews news) {
        return paid()
                && capturing()
                && switch (news.standing()) {
                    case REFUSED, CLOSED, CANCELED -> true;
                    case PAID, PROCESSING, NOT_STARTED -> false;
                };
    }

    /** The end of the authorisation as Antom tells it; asked after that end, Antom says that nothing more can be captured. */
    PaymentState told(PaymentNews news, Instant now) {
        Authorization held = state.authorization();
        if (held == null || !paid() || news.standing() != PaymentNews.Standing.PAID) {
            return state;
        }
        Authorization told = held.told(news.authorizedUntil());
        boolean over = news.cause() == Cause.INQUIRY && news.authorizedUntil() != null && told.over(now);
        return state.holding(over && !capturing() ? told.close() : told);
    }

    /** What came with the buyer's payment: taken where Antom captures, held where the merchant does. */
    PaymentState received(PaymentNews news, Instant now) {
        Instant at = news.paidAt() == null ? now : news.paidAt();
        return origin.captureMode() == CaptureMode.AUTOMATIC
                ? state.paid(state.balance().captured(origin.amount()), at)
                : state.holding(Authorization.of(origin.amount(), at, news.authorizedUntil()));
    }

    /** Where the merchant captures, money is taken by captures only; an authorisation that is over took none. */
    PaymentStatus whenPaid(PaymentNews news, Instant now) {
        if (origin.captureMode() == CaptureMode.AUTOMATIC || state.status() == PaymentStatus.SUCCEEDED) {
            return PaymentStatus.SUCCEEDED;
        }
        return lapsed(news, now) ? PaymentStatus.EXPIRED : PaymentStatus.AUTHORIZED;
    }

    /** That an authorisation which lapsed is still listed as one is no contradiction, unless Antom names another end. */
    private boolean lapsed(PaymentNews news, Instant now) {
        Authorization held = state.authorization();
        return held != null
                && held.closed()
                && (state.status() == PaymentStatus.AUTHORIZED
                        || state.status() == PaymentStatus.EXPIRED
                                && held.told(news.authorizedUntil()).over(now));
    }

    /** Antom lets go of an authorisation by itself when its time is over; before that, somebody cancelled it. */
    PaymentStatus whenCanceled(Instant now) {
        Authorization held = state.authorization();
        boolean lapses = state.status() == PaymentStatus.AUTHORIZED
                && held != null
                && held.over(now)
                && state.pendingCancel() == null;
        boolean lapsed = state.status() == PaymentStatus.EXPIRED && held != null;
        return lapses || lapsed ? PaymentStatus.EXPIRED : PaymentStatus.CANCELED;
    }

    /** By the hour while Antom answers, and soon after the end of the authorisation. */
    Watch nextLook(Instant now) {
        Watch next = state.watch().answered(now);
        Authorization held = state.authorization();
        if (held == null || held.until() == null) {
            return next;
        }
        Instant end = held.until().plus(RecoverySchedule.MARGIN).plusSeconds(1);
        return end.isAfter(now) ? next.notAfter(end) : next;
    }
}
