package com.tillhouse.core.refund.domain;

import com.tillhouse.core.checkout.domain.Watch;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.review.Review;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a refund that changes; what an adapter keeps and restores.
 *
 * @param pendingReason set exactly while PROCESSING
 * @param settledAt when it succeeded or failed
 * @param returnedAt when Antom gave the money back to the merchant although the refund had succeeded
 * @param review whether a person must look, and why
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
        Review review,
        long sequence,
        long moves) {

    /** Why a person must look, or null. */
    public @Nullable String reviewReason() {
        return review.reason();
    }

    RefundState watched(Watch next) {
        return new RefundState(
                status, pendingReason, providerRefundId, last, next, settledAt, returnedAt, review, sequence, moves);
    }

    RefundState returned(Instant at) {
        return new RefundState(
                status, pendingReason, providerRefundId, last, watch, settledAt, at, review, sequence, moves);
    }

    RefundState inReview(Review next, boolean told) {
        return new RefundState(
                status,
                pendingReason,
                providerRefundId,
                last,
                watch,
                settledAt,
                returnedAt,
                next,
                told ? sequence + 1 : sequence,
                moves);
    }
}
