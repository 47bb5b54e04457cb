package com.tillhouse.sandbox.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final Instant FIRST = Instant.parse("2026-11-22T00:00:00Z");

    @Test
    void triesEightTimesAtTheDocumentedMoments() {
        assertThat(IntStream.range(0, 8)
                        .mapToObj(made -> Duration.between(
                                FIRST, RetrySchedule.next(FIRST, made, 1).orElseThrow()))
                        .toList())
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(12),
                        Duration.ofMinutes(22),
                        Duration.ofMinutes(82),
                        Duration.ofMinutes(202),
                        Duration.ofMinutes(562),
                        Duration.ofMinutes(1462));
    }

    @Test
    void givesUpAfterTheEighth() {
        assertThat(RetrySchedule.next(FIRST, 8, 1)).isEmpty();
    }

    @Test
    void stretchesByTheFactor() {
        assertThat(RetrySchedule.next(FIRST, 1, 0.01)).contains(FIRST.plusMillis(1200));
    }
}
