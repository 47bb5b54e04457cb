package com.tillhouse.core.refund.domain;

import com.tillhouse.core.checkout.domain.Watch;
import com.tillhouse.core.gateway.ProviderResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a refund that changes; what an adapter keeps and restores.
 *
 * @param pendingReason set exactly while PROCESSING
 * @param settledAt when it succeeded or failed
 * @param returnedAt when Antom gave the money back to the merchant although the refund had succeeded
 * @param sequence events told so far
 */
public record RefundState(
        RefundStatus status,
        @Nullable PendingReason pendingReason,
        @Nullable String providerRefundId,
        @Nullable ProviderResult last,
        Watch watch,
        @Nullable Instant settledAt,
        @Nullable Instant returnedAt,
        @Nullable String reviewReason,
        long sequence,
        long moves) {}
