package com.tillhouse.core.capture.domain;

import com.tillhouse.core.checkout.domain.Watch;
import com.tillhouse.core.gateway.ProviderResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a capture that changes; what an adapter keeps and restores.
 *
 * @param pendingReason set exactly while PROCESSING
 * @param settledAt when it succeeded or failed
 * @param sequence events told so far
 */
public record CaptureState(
        CaptureStatus status,
        @Nullable PendingReason pendingReason,
        @Nullable String providerCaptureId,
        @Nullable ProviderResult last,
        Watch watch,
        @Nullable Instant settledAt,
        @Nullable String reviewReason,
        long sequence,
        long moves) {

    static CaptureState notSent(Watch watch) {
        return new CaptureState(CaptureStatus.PROCESSING, PendingReason.NOT_SENT, null, null, watch, null, null, 0, 0);
    }

    CaptureState watched(Watch next) {
        return new CaptureState(
                status, pendingReason, providerCaptureId, last, next, settledAt, reviewReason, sequence, moves);
    }

    CaptureState waiting(PendingReason reason, @Nullable String id, @Nullable ProviderResult said, Watch next) {
        return new CaptureState(status, reason, id, said, next, null, reviewReason, sequence, moves);
    }

    CaptureState inReview(String reason) {
        return new CaptureState(
                status, pendingReason, providerCaptureId, last, watch, settledAt, reason, sequence, moves);
    }

    CaptureState settled(CaptureStatus target, @Nullable String id, ProviderResult said, Instant at) {
        return new CaptureState(target, null, id, said, Watch.OVER, at, null, sequence + 1, moves + 1);
    }
}
