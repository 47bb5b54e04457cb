package com.tillhouse.core.mail.domain;

import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.tenant.EmailAddress;
import java.time.Duration;
import java.time.Instant;

/**
 * A mail to be sent.
 *
 * @param expiresAt after that it is of no use to anybody and is not tried any more
 * @param meant false for one that is only there so that nobody can tell whether its address is known; it is never sent
 */
public record OutgoingMail(String id, Mail mail, Instant createdAt, Instant expiresAt, boolean meant) {

    /** A mail to this address, of use for so long. */
    public static OutgoingMail to(EmailAddress recipient, MailContent content, Instant now, Duration use) {
        return new OutgoingMail(
                RandomId.withPrefix("mail_"), MailLayout.of(recipient.value(), content), now, now.plus(use), true);
    }

    /** The same, but never sent. */
    public OutgoingMail notMeant() {
        return new OutgoingMail(id, mail, createdAt, expiresAt, false);
    }
}
