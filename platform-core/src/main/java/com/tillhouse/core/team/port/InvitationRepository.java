package com.tillhouse.core.team.port;

import com.tillhouse.core.mail.domain.MailToken;
import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.team.domain.Invitation;
import com.tillhouse.core.tenant.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Invitations of a tenant. Inside the tenant's unit of work. */
public interface InvitationRepository {

    /** Keeps a new one with its token's hash. Fails when the address has one that has not ended. */
    void add(TenantId tenant, Invitation invitation, MailToken token);

    /** Those that have not ended, newest first; also those whose time is over. */
    List<Invitation> open(TenantId tenant);

    /** The one that has not ended with this id; nobody else ends it until the unit of work is over. */
    Optional<Invitation> lock(TenantId tenant, String id);

    /** The one of this address that has not ended. */
    Optional<Invitation> ofEmail(TenantId tenant, EmailAddress email);

    /** The one with this token that has not ended. */
    Optional<Invitation> ofToken(TenantId tenant, MailToken token);

    /** Ends it; false when it had ended before. */
    boolean end(TenantId tenant, String id, Invitation.End end, Instant at);

    /** How many were made since then, whatever became of them. */
    int madeSince(TenantId tenant, Instant since);

    /** The tenant whose invitation has this token, whatever became of it. Opens its own transaction. */
    @AcrossTenants("whoever comes with a token knows no tenant; the directory role sees exactly the row of its hash")
    Optional<TenantId> tenantOf(MailToken token);
}
