package com.tillhouse.core.refund.domain;

import com.tillhouse.core.gateway.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step in the life of a refund, for its history. */
public record RefundMove(
        long number,
        RefundStatus from,
        RefundStatus to,
        Cause cause,
        @Nullable String providerCode,
        Instant at) {}
