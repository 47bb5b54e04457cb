package com.tillhouse.core.webhook.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When to try again: at once, then after 5 s, 5 m, 30 m, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, each ±20 % so that what failed together does
 * not come back together. Ten attempts in about 75 hours.
 */
public final class RetrySchedule {
    /** A receiver may ask for a longer pause, but not for longer than this. */
    public static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    private static final long SPREAD_DIVISOR = 5;
    private final RandomGenerator random;

    public RetrySchedule(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The wait before the next attempt, or empty after the last one. Never shorter than the receiver asked for (up to
     * {@link #LONGEST_PAUSE}), never shorter than the plan, so that a receiver can't use up its attempts in a minute.
     *
     * @param tries attempts made, at least one
     * @param asked how long the receiver asked to be left alone
     */
    public Optional<Duration> after(int tries, @Nullable Duration asked) {
        if (tries > WAITS.size()) {
            return Optional.empty();
        }
        Duration planned = jittered(WAITS.get(tries - 1));
        return Optional.of(asked == null ? planned : longer(planned, shorter(asked, LONGEST_PAUSE)));
    }

    private Duration jittered(Duration wait) {
        long spread = wait.toMillis() / SPREAD_DIVISOR;
        return wait.plusMillis(random.nextLong(-spread, spread + 1));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
