package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.checkout.domain.Balance;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentState;
import com.tillhouse.core.shared.Money;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A payment in its public shape: what the API answers and webhooks carry.
 *
 * @param refundStatus {@code none}, {@code partial} or {@code full}
 * @param reviewReason why a person must look at it, if so
 */
public record PaymentResource(
        String id,
        String object,
        boolean livemode,
        String checkoutSession,
        String status,
        Money amount,
        Money amountCaptured,
        Money amountRefunded,
        Money amountRefundable,
        String refundStatus,
        @Nullable String paymentMethodType,
        ProviderResource provider,
        boolean surplus,
        @Nullable String reviewReason,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant paidAt,
        @Nullable Instant nextCheckAt) {

    /** The payment as it is now. */
    public static PaymentResource of(Payment payment) {
        PaymentState state = payment.state();
        Balance balance = state.balance();
        return new PaymentResource(
                payment.id(),
                "payment",
                payment.origin().mode().live(),
                payment.origin().sessionId(),
                state.status().name().toLowerCase(Locale.ROOT),
                payment.origin().amount(),
                balance.captured(),
                balance.refunded(),
                balance.refundable(),
                refundStatus(balance),
                state.provider().method(),
                ProviderResource.of(
                        state.provider().paymentId(), state.provider().last()),
                state.surplus(),
                state.reviewReason(),
                payment.origin().createdAt(),
                state.expiresAt(),
                state.paidAt(),
                state.watch().nextCheckAt());
    }

    private static String refundStatus(Balance balance) {
        if (!balance.refunded().positive()) {
            return "none";
        }
        return balance.refunded().value() < balance.captured().value() ? "partial" : "full";
    }
}
