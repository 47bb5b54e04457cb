package com.tillhouse.core.trail.domain.line;

import org.jspecify.annotations.Nullable;

/**
 * Antom was called.
 *
 * @param by null when nobody said who acted
 * @param api Antom's name of the call
 * @param outcome {@code confirmed}, {@code declined} or {@code undetermined}
 * @param reason why it is undetermined
 * @param resultStatus Antom's S, F or U
 * @param said the status that the answer to an inquiry named
 */
public record TrailGatewayCall(
        @Nullable TrailActor by,
        String api,
        String outcome,
        @Nullable String reason,
        @Nullable String resultStatus,
        @Nullable String resultCode,
        @Nullable String said,
        long millis)
        implements TrailDetail {}
