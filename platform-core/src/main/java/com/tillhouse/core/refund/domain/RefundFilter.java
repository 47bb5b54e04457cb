package com.tillhouse.core.refund.domain;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which refunds to list, newest first; what is null does not filter. Times are from (inclusive) and to (exclusive). */
public record RefundFilter(
        Mode mode,
        @Nullable String paymentId,
        @Nullable RefundStatus status,
        @Nullable Boolean needsReview,
        @Nullable Instant createdFrom,
        @Nullable Instant createdTo,
        @Nullable Position after,
        int limit) {}
