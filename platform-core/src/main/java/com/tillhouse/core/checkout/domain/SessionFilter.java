package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which sessions to list, newest first; what is null does not filter. Times are from (inclusive) and to (exclusive). */
public record SessionFilter(
        Mode mode,
        @Nullable String orderReference,
        @Nullable SessionStatus status,
        @Nullable Instant createdFrom,
        @Nullable Instant createdTo,
        @Nullable Position after,
        int limit) {}
