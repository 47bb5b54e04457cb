package com.tillhouse.core.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private static final List<Duration> PLAN = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    private final RetrySchedule schedule = new RetrySchedule(new Random(42));

    @Test
    void followsThePlanWithinAFifth() {
        for (int tries = 1; tries <= PLAN.size(); tries++) {
            Duration planned = PLAN.get(tries - 1);
            TreeSet<Duration> waits = new TreeSet<>();
            for (int i = 0; i < 2000; i++) {
                waits.add(schedule.after(tries, null).orElseThrow());
            }
            assertThat(waits.first())
                    .isBetween(
                            planned.multipliedBy(80).dividedBy(100),
                            planned.multipliedBy(82).dividedBy(100));
            assertThat(waits.last())
                    .isBetween(
                            planned.multipliedBy(118).dividedBy(100),
                            planned.multipliedBy(120).dividedBy(100));
        }
    }

    @Test
    void endsAfterTheTenthAttempt() {
        assertThat(schedule.after(9, null)).isPresent();
        assertThat(schedule.after(10, null)).isEmpty();
        assertThat(schedule.after(11, Duration.ofSeconds(1))).isEmpty();
    }

    @Test
    void waitsAsLongAsItIsAskedButNotBeyondSixHours() {
        assertThat(schedule.after(1, Duration.ofHours(1))).hasValue(Duration.ofHours(1));
        assertThat(schedule.after(1, Duration.ofDays(3))).hasValue(Duration.ofHours(6));
    }

    @Test
    void neverHurriesBecauseItIsAsked() {
        assertThat(schedule.after(4, Duration.ofSeconds(1)).orElseThrow()).isGreaterThan(Duration.ofMinutes(95));
    }
}
