package com.tillhouse.core.team.usecase;

import com.tillhouse.core.mail.domain.Mailbox;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.Violations;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;

/**
 * An owner asks somebody to join.
 *
 * @param by the owner
 */
public record InviteMemberCommand(TenantId tenant, PersonId by, EmailAddress email, Role role) {
    public InviteMemberCommand {
        Violations found = new Violations();
        found.require(
                Mailbox.reachable(email.value()),
                "/email",
                "not_an_email",
                "must be an address that mail can be sent to, such as ana@shop.example.");
        found.throwIfAny();
    }
}
