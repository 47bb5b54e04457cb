package com.tillhouse.core.team.domain;

import com.tillhouse.core.mail.domain.MailStatus;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import java.time.Duration;
import java.time.Instant;

/**
 * An address that was asked to join a tenant's team, and has not answered yet.
 *
 * @param invitedBy the owner who asked
 * @param mailId the mail that carries its token
 * @param mail how far that mail came
 */
public record Invitation(
        TenantId tenant,
        String id,
        EmailAddress email,
        Role role,
        PersonId invitedBy,
        String mailId,
        MailStatus mail,
        Instant createdAt,
        Instant expiresAt) {
    /** How long an invitation is open. */
    public static final Duration OPEN = Duration.ofDays(7);

    /** How many one tenant may send within a day. */
    public static final int MOST_IN_A_DAY = 50;

    /** True while it can be accepted. */
    public boolean open(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** How an invitation ends. */
    public enum End {
        ACCEPTED,
        REVOKED,
        REPLACED
    }
}
