package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.SessionOrigin;
import com.tillhouse.core.idempotency.IdempotencyKey;
import com.tillhouse.core.shared.Violations;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/**
 * Asks to open a checkout session. Checks itself when made, but for the time it lives: what was in time when it first came stays so when it comes
 * again under the same key (see {@link #checkLife()}).
 *
 * @param origin the session to be, with a fresh id; it names the tenant
 * @param fingerprint SHA-256 of the meaning of the request body
 */
public record OpenCheckoutSessionCommand(SessionOrigin origin, IdempotencyKey key, byte[] fingerprint) {
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int MOST_METADATA = 50;

    public OpenCheckoutSessionCommand {
        Violations found = new Violations();
        found.text("/order_reference", origin.orderReference(), 64);
        found.require(origin.amount().positive(), "/amount/value", "too_small", "must be greater than zero.");
        found.require(!origin.redirectUrl().isBlank(), "/redirect_url", "required", "must be given and not blank.");
        found.optionalUrl("/redirect_url", origin.redirectUrl());
        found.optionalUrl("/notify_url", origin.notifyUrl());
        checkMetadata(origin.metadata(), found);
        origin.details().check(found);
        found.throwIfAny();
    }

    /** Refuses a life that is too short or too long; asked once, when the key is new. */
    void checkLife() {
        Violations found = new Violations();
        Instant from = origin.createdAt();
        Instant to = origin.expiresAt();
        found.require(
                !to.isBefore(from.plus(SHORTEST)) && !to.isAfter(from.plus(LONGEST)),
                "/expires_at",
                "out_of_range",
                "must be 5 minutes to 30 days from now.");
        found.throwIfAny();
    }

    private static void checkMetadata(Map<String, String> metadata, Violations found) {
        found.atMost("/metadata", metadata.keySet(), MOST_METADATA);
        metadata.forEach((name, value) -> {
            String pointer = "/metadata/" + name.replace("~", "~0").replace("/", "~1");
            found.text(pointer, name, 40);
            found.optionalText(pointer, value, 500);
        });
    }

    /** The lifetime of a session whose merchant did not say. */
    public static Duration usualLife() {
        return CheckoutSession.LONGEST_ATTEMPT;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpenCheckoutSessionCommand that
                && origin.equals(that.origin)
                && key.equals(that.key)
                && Arrays.equals(fingerprint, that.fingerprint);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
