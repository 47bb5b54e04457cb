package com.tillhouse.sandbox.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a payment now.
 *
 * @param createTime when the buyer first did something
 * @param paymentTime when it was paid
 */
public record PaymentState(
        PaymentStatus status,
        @Nullable String resultCode,
        @Nullable String resultMessage,
        @Nullable String paymentMethodType,
        @Nullable Instant createTime,
        @Nullable Instant paymentTime) {

    static PaymentState open() {
        return new PaymentState(PaymentStatus.OPEN, null, null, null, null, null);
    }
}
