package com.tillhouse.core.checkout.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a payment that changes; what an adapter keeps and restores.
 *
 * @param expiresAt when Antom closes the payment if nobody paid
 * @param surplus a second success of one session
 * @param reviewReason why a person must look, or null
 * @param sequence events told so far
 */
public record PaymentState(
        PaymentStatus status,
        Provider provider,
        Balance balance,
        Watch watch,
        Instant expiresAt,
        @Nullable Instant paidAt,
        boolean surplus,
        @Nullable String reviewReason,
        long sequence,
        long moves) {}
