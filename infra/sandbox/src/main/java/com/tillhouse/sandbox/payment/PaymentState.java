package com.tillhouse.sandbox.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a payment now.
 *
 * @param createTime when the buyer first did something
 * @param paymentTime when it was paid, or authorised where the merchant captures; stays when it is cancelled
 * @param cancelTime when it was cancelled
 * @param plannedEnd how a pending payment will end by itself; null if nobody has planned it
 */
public record PaymentState(
        PaymentStatus status,
        @Nullable String resultCode,
        @Nullable String resultMessage,
        @Nullable String paymentMethodType,
        @Nullable Instant createTime,
        @Nullable Instant paymentTime,
        @Nullable Instant cancelTime,
        @Nullable PlannedEnd plannedEnd) {

    public static PaymentState open() {
        return new PaymentState(PaymentStatus.OPEN, null, null, null, null, null, null, null);
    }

    /** The same, cancelled for ever. */
    public PaymentState cancelled(Instant now) {
        return new PaymentState(
                PaymentStatus.CANCELLED,
                "ORDER_IS_CANCELED",
                "The order is canceled.",
                paymentMethodType,
                createTime,
                paymentTime,
                now,
                null);
    }

    public PaymentState endingBy(PlannedEnd end) {
        return new PaymentState(
                status, resultCode, resultMessage, paymentMethodType, createTime, paymentTime, cancelTime, end);
    }
}
