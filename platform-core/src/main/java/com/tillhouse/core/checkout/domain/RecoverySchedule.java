package com.tillhouse.core.checkout.domain;

import java.time.Duration;
import java.util.List;

/** How long to wait before asking Antom again: quick while a buyer is likely to act, hourly at the end. */
public final class RecoverySchedule {
    /** How long past its end a payment is still asked for before silence is believed. */
    public static final Duration MARGIN = Duration.ofMinutes(5);

    /** Unclear answers in a row after which a person is told. */
    public static final int TRIES_BEFORE_REVIEW = 3;

    /** Inquiries made in about a day. */
    public static final int CHECKS_OF_A_DAY = 32;

    /** Inquiries made in about eight days; the slowest method takes seven (Antom: PENDING, Sofort). */
    public static final int CHECKS_OF_EIGHT_DAYS = 200;

    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(30));
    private static final Duration AT_LAST = Duration.ofHours(1);

    /** From here on every wait is the same. */
    static final int LAST_STEP = STEPS.size();

    private RecoverySchedule() {}

    /** The wait after so many inquiries. */
    public static Duration after(int checks) {
        return checks < STEPS.size() ? STEPS.get(checks) : AT_LAST;
    }
}
