package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.checkout.domain.SessionOrigin;
import com.tillhouse.core.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checkout session in its public shape: what the API answers and webhooks carry.
 *
 * @param url Antom's hosted page, byte for byte; null when no payment is open to a buyer
 */
public record CheckoutSessionResource(
        String id,
        String object,
        boolean livemode,
        String status,
        @Nullable String url,
        String orderReference,
        Money amount,
        String description,
        String redirectUrl,
        @Nullable String notifyUrl,
        Map<String, String> metadata,
        Instant createdAt,
        Instant expiresAt,
        List<PaymentResource> payments) {

    /** The session as it is now, with its payments, oldest first. */
    public static CheckoutSessionResource of(CheckoutSession session, List<Payment> payments) {
        SessionOrigin origin = session.origin();
        String url = payments.stream()
                .filter(payment -> payment.status() == PaymentStatus.OPEN)
                .map(payment -> payment.state().provider().normalUrl())
                .findFirst()
                .orElse(null);
        return new CheckoutSessionResource(
                origin.id(),
                "checkout_session",
                origin.mode().live(),
                session.status().name().toLowerCase(Locale.ROOT),
                url,
                origin.orderReference(),
                origin.amount(),
                origin.details().description(),
                origin.redirectUrl(),
                origin.notifyUrl(),
                origin.metadata(),
                origin.createdAt(),
                origin.expiresAt(),
                payments.stream().map(PaymentResource::of).toList());
    }
}
