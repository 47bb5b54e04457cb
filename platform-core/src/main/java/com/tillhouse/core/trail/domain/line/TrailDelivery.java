package com.tillhouse.core.trail.domain.line;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver an event to an endpoint.
 *
 * @param eventType such as {@code payment.succeeded}
 * @param host of the endpoint, without its path
 * @param attempt counted from 1
 * @param delivered true when it was answered with 2xx in time
 * @param error what went wrong in a word, when no answer came in time
 */
public record TrailDelivery(
        String id,
        String eventId,
        String eventType,
        String host,
        int attempt,
        boolean delivered,
        @Nullable Integer httpStatus,
        @Nullable String error,
        long millis)
        implements TrailDetail {}
