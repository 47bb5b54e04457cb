package com.tillhouse.core.checkout.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a payment is asked of Antom next.
 *
 * @param nextCheckAt null once nobody needs to look again
 * @param checks inquiries made so far
 */
public record Watch(@Nullable Instant nextCheckAt, int checks) {
    private static final Duration UNTIL_FIRST_CHECK = Duration.ofSeconds(30);

    /** Nobody needs to look again. */
    public static final Watch OVER = new Watch(null, 0);

    /** From now on by the schedule, as after a first inquiry that is still to come. */
    public static Watch from(Instant now) {
        return new Watch(soonAfter(now, RecoverySchedule.after(0)), 0);
    }

    /** For what is about to be sent to Antom: longer than that call can take, so that recovery never races a call that is still running. */
    public static Watch afterOpeningCall(Instant now) {
        return new Watch(now.plus(UNTIL_FIRST_CHECK), 0);
    }

    /** Soon, but by the count of before: what was found after so many inquiries is found again. */
    public Watch soon(Instant now) {
        return new Watch(soonAfter(now, RecoverySchedule.after(0)), checks);
    }

    /** One inquiry later that was answered, of what may stand for days: at last by the hour, for as long as Antom answers. */
    Watch answered(Instant now) {
        return new Watch(now, Math.min(checks, RecoverySchedule.LAST_STEP - 1)).checked(now);
    }

    /** The same, but not later than this moment. */
    Watch notAfter(Instant latest) {
        return nextCheckAt == null || nextCheckAt.isAfter(latest) ? new Watch(latest, checks) : this;
    }

    /** In an hour, and then by the hour. */
    static Watch hourly(Instant now) {
        return new Watch(now.plus(RecoverySchedule.after(RecoverySchedule.LAST_STEP)), RecoverySchedule.LAST_STEP);
    }

    /** One inquiry later. */
    public Watch checked(Instant now) {
        return new Watch(soonAfter(now, RecoverySchedule.after(checks + 1)), checks + 1);
    }

    /** Up to a fifth later, by the fraction of the second that it is now: what fell due together does not stay together. */
    private static Instant soonAfter(Instant now, Duration wait) {
        long fifth = wait.toMillis() / 5;
        return now.plus(wait).plusMillis(fifth * (now.getNano() / 1_000_000) / 1000);
    }
}
