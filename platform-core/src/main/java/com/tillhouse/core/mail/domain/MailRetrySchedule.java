package com.tillhouse.core.mail.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When to try a mail again: after 10 s, 30 s, 2 m, 10 m, 30 m, and then every 2 hours, as long as it is of use to anybody. */
public final class MailRetrySchedule {
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(2));

    private MailRetrySchedule() {}

    /** What becomes of a mail that was tried this often, at least once. */
    public static MailOutcome after(MailClaim claim, MailAnswer answer, Instant now) {
        return switch (answer.kind()) {
            case TAKEN -> new MailOutcome.Sent(now);
            case NEVER -> new MailOutcome.GivenUp(now, answer.reason());
            case LATER -> {
                Instant next = now.plus(WAITS.get(Math.min(claim.fence(), WAITS.size()) - 1));
                yield next.isBefore(claim.expiresAt())
                        ? new MailOutcome.Again(next, answer.reason())
                        : new MailOutcome.GivenUp(now, answer.reason());
            }
        };
    }
}
