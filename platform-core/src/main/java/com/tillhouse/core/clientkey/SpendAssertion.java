package com.tillhouse.core.clientkey;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Makes an assertion good once, whichever process it is shown to. */
public final class SpendAssertion {
    /** Processes' clocks differ a little: what has ended for one may be good for another. */
    private static final Duration KEPT_BEYOND_END = Duration.ofMinutes(2);

    private final UnitOfWork unitOfWork;
    private final AssertionStore assertions;
    private final InstantSource clock;

    public SpendAssertion(UnitOfWork unitOfWork, AssertionStore assertions, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.assertions = assertions;
        this.clock = clock;
    }

    /**
     * Answers whether the assertion was not used before. Its signature must have been checked.
     *
     * @param id what its client calls it ({@code jti})
     * @param expiresAt from then on it is refused anyway
     */
    public boolean spend(TenantId tenant, String clientId, String id, Instant expiresAt) {
        byte[] hash = hashOf(id);
        return unitOfWork.inTenant(tenant, () -> {
            assertions.forgetEnded(tenant, clientId, clock.instant().minus(KEPT_BEYOND_END));
            return assertions.spend(tenant, clientId, hash, expiresAt);
        });
    }

    private static byte[] hashOf(String id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
