package com.tillhouse.core.signin.domain;

import com.tillhouse.core.mail.domain.MailToken;
import com.tillhouse.core.tenant.EmailAddress;
import java.time.Duration;
import java.time.Instant;

/** Somebody asked for a new password for this address. */
public record PasswordReset(EmailAddress email, MailToken token, Instant createdAt) {
    /** How long the link works. */
    public static final Duration OPEN = Duration.ofMinutes(30);

    /** Within an hour no more than this is sent to one address. */
    public static final int MOST_IN_AN_HOUR = 3;

    /** When the link is dead. */
    public Instant expiresAt() {
        return createdAt.plus(OPEN);
    }
}
