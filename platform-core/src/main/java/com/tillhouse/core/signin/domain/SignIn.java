package com.tillhouse.core.signin.domain;

import com.tillhouse.core.tenant.PersonId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One browser that a person is signed in with. Names no tenant.
 *
 * @param address the IP address that it signed in from
 * @param agent what the browser said it is, shortened
 * @param lastSeenAt when it last did something, at most half a minute too early
 */
public record SignIn(
        String id,
        PersonId person,
        String address,
        @Nullable String agent,
        Instant startedAt,
        Instant lastSeenAt,
        Instant expiresAt) {
    /** Without doing anything it ends after this. */
    public static final Duration IDLE = Duration.ofMinutes(15);

    /** It ends after this in any case. */
    public static final Duration LONGEST = Duration.ofHours(8);

    /** How exactly the last act is known. */
    public static final Duration SEEN_NOTED_EVERY = Duration.ofSeconds(30);

    /** How a sign-in ends before its time. */
    public enum End {
        SIGNED_OUT,
        REVOKED,
        PASSWORD_CHANGED
    }

    /** True while it lasts by itself. */
    public boolean lasts(Instant now) {
        return now.isBefore(expiresAt) && now.isBefore(lastSeenAt.plus(IDLE));
    }
}
