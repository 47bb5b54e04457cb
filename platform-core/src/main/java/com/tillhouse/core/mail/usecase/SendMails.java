package com.tillhouse.core.mail.usecase;

import com.tillhouse.core.mail.domain.MailAnswer;
import com.tillhouse.core.mail.domain.MailClaim;
import com.tillhouse.core.mail.domain.MailOutcome;
import com.tillhouse.core.mail.domain.MailRetrySchedule;
import com.tillhouse.core.mail.port.MailSender;
import com.tillhouse.core.mail.port.MailStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Sends mails that are due, each as often as it takes while it is of use. A mail may go out twice when a process dies between sending and noting it. */
public final class SendMails {
    /** Longer than the longest talk with a mail server. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration KEPT = Duration.ofDays(30);

    private final MailStore mails;
    private final MailSender sender;
    private final InstantSource clock;

    public SendMails(MailStore mails, MailSender sender, InstantSource clock) {
        this.mails = mails;
        this.sender = sender;
        this.clock = clock;
    }

    /** False while no mail server is named: mails wait. */
    public boolean ready() {
        return sender.ready();
    }

    /** Takes mails that are due; the caller hands each to {@link #send}. */
    public List<MailClaim> claim(int limit) {
        return mails.claimDue(clock.instant(), LEASE, limit);
    }

    /** Tries a claimed mail once. Answers what became of it; empty when somebody else has taken it over since. */
    public Optional<MailOutcome> send(MailClaim claim) {
        Instant now = clock.instant();
        MailAnswer answer = now.isBefore(claim.expiresAt())
                ? sender.send(claim.id(), claim.mail())
                : new MailAnswer(MailAnswer.Kind.NEVER, "too late");
        MailOutcome outcome = MailRetrySchedule.after(claim, answer, clock.instant());
        return mails.record(claim, outcome) ? Optional.of(outcome) : Optional.empty();
    }

    /** Deletes what ended a month ago; answers how many. */
    public int forget() {
        return mails.forget(clock.instant().minus(KEPT));
    }
}
