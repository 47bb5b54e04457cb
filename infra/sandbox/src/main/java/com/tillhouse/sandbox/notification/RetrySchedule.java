package com.tillhouse.sandbox.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Antom's documented schedule: eight attempts, each so long after the one before. */
public final class RetrySchedule {

    private static final List<Duration> INTERVALS = List.of(
            Duration.ZERO,
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(15));

    private RetrySchedule() {}

    /**
     * When the next attempt is due, counted from when the first was due, so that a clock that jumps over several moments
     * makes them all due.
     *
     * @param made how many attempts have been made
     * @param factor multiplies the intervals
     */
    public static Optional<Instant> next(Instant firstDue, int made, double factor) {
        if (made >= INTERVALS.size()) {
            return Optional.empty();
        }
        long millis = INTERVALS.subList(0, made + 1).stream()
                .mapToLong(Duration::toMillis)
                .sum();
        return Optional.of(firstDue.plusMillis(Math.round(millis * factor)));
    }
}
