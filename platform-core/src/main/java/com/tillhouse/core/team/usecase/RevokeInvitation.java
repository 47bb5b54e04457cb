package com.tillhouse.core.team.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.team.domain.Invitation;
import com.tillhouse.core.tenant.PersonId;
import java.time.InstantSource;

/** Takes an invitation back: its link is dead at once. */
public final class RevokeInvitation {
    private final UnitOfWork unitOfWork;
    private final TeamBooks books;
    private final RecordAudit audit;
    private final InstantSource clock;

    public RevokeInvitation(UnitOfWork unitOfWork, TeamBooks books, RecordAudit audit, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.books = books;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Ends the invitation.
     *
     * @param by the owner who does it
     * @throws NotFoundException when the tenant has no such invitation that is open
     */
    public void revoke(TenantId tenant, PersonId by, String invitationId) {
        unitOfWork.runInTenant(tenant, () -> {
            books.enter(tenant, by);
            Invitation open = books.invitations().lock(tenant, invitationId).orElseThrow(NotFoundException::new);
            books.invitations().end(tenant, open.id(), Invitation.End.REVOKED, clock.instant());
            audit.record(
                    tenant,
                    AuditNote.of(AuditAction.INVITATION_REVOKED, open.id())
                            .by(by.toString())
                            .with("email", open.email().value())
                            .with("role", open.role()));
        });
    }
}
