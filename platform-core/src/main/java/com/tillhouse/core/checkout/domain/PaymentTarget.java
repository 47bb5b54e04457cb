package com.tillhouse.core.checkout.domain;

import java.time.Instant;

/** What a payment would be if a piece of news is right. Whether it may become that, the table says. */
final class PaymentTarget {
    private PaymentTarget() {}

    static PaymentStatus of(Hold hold, PaymentNews news, Instant now) {
        boolean abandoned = hold.state().status() == PaymentStatus.ABANDONED;
        return switch (news.standing()) {
            case PAID -> hold.whenPaid(news, now);
            case REFUSED -> abandoned ? PaymentStatus.EXPIRED : PaymentStatus.FAILED;
            case CLOSED -> PaymentStatus.EXPIRED;
            case CANCELED -> abandoned ? PaymentStatus.EXPIRED : hold.whenCanceled(now);
            case PROCESSING -> abandoned ? PaymentStatus.ABANDONED : PaymentStatus.PROCESSING;
            case NOT_STARTED -> notStarted(hold.state(), now);
        };
    }

    private static PaymentStatus notStarted(PaymentState state, Instant now) {
        boolean over = now.isAfter(state.expiresAt().plus(RecoverySchedule.MARGIN));
        return switch (state.status()) {
            case CREATED -> over ? PaymentStatus.EXPIRED : PaymentStatus.ABANDONED;
            case OPEN, ABANDONED -> over ? PaymentStatus.EXPIRED : state.status();
            default -> state.status();
        };
    }
}
