package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which payments to list, newest first; what is null does not filter. Times are from (inclusive) and to (exclusive). */
public record PaymentFilter(
        Mode mode,
        @Nullable String sessionId,
        @Nullable String orderReference,
        @Nullable PaymentStatus status,
        @Nullable Boolean needsReview,
        @Nullable Instant createdFrom,
        @Nullable Instant createdTo,
        @Nullable Position after,
        int limit) {}
