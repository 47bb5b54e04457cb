package com.tillhouse.core.notification.domain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Whether a signed time is near enough to now. Antom sends again for 24 h 22 min and may or may not sign anew; what is older than 26 hours is a
 * replay, what is more than 5 minutes ahead is some clock's fault. Neither may move a payment; Antom is asked instead.
 */
public final class FreshnessPolicy {
    private static final Duration OLDEST = Duration.ofHours(26);
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private FreshnessPolicy() {}

    /** What the time says. */
    public enum Age {
        FRESH,
        STALE,
        AHEAD,
        UNREADABLE
    }

    /** Judges an ISO 8601 time with offset. */
    public static Age of(String requestTime, Instant now) {
        try {
            Instant signed = OffsetDateTime.parse(requestTime).toInstant();
            if (signed.isBefore(now.minus(OLDEST))) {
                return Age.STALE;
            }
            return signed.isAfter(now.plus(AHEAD)) ? Age.AHEAD : Age.FRESH;
        } catch (DateTimeException e) {
            return Age.UNREADABLE;
        }
    }
}
