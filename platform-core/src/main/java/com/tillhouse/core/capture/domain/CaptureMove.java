package com.tillhouse.core.capture.domain;

import com.tillhouse.core.gateway.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step in the life of a capture, for its history. */
public record CaptureMove(
        long number,
        CaptureStatus from,
        CaptureStatus to,
        Cause cause,
        @Nullable String providerCode,
        Instant at) {}
