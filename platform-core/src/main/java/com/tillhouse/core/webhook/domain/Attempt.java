package com.tillhouse.core.webhook.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try, as it went.
 *
 * @param status the HTTP status; 0 when no answer came
 * @param error what went wrong in a word; null when an answer came in time
 * @param excerpt the beginning of the answer, made safe to show
 * @param retryAfter how long the receiver asked to be left alone
 */
public record Attempt(
        String url,
        Instant startedAt,
        Duration took,
        int status,
        @Nullable String error,
        @Nullable String excerpt,
        @Nullable Duration retryAfter) {

    /** The word for a delivery that ended because its endpoint was disabled. */
    public static final String ENDPOINT_DISABLED = "endpoint_disabled";

    private static final int OK = 200;
    private static final int REDIRECTION = 300;

    /** Nothing was sent, because the endpoint is disabled. */
    public static Attempt notMade(String url, Instant at) {
        return new Attempt(url, at, Duration.ZERO, 0, ENDPOINT_DISABLED, null, null);
    }

    /** True for 2xx, answered in full and in time. */
    public boolean delivered() {
        return error == null && status >= OK && status < REDIRECTION;
    }
}
