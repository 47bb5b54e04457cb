package com.tillhouse.core.team.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.mail.domain.OutgoingMail;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.team.domain.LastOwnerException;
import com.tillhouse.core.team.domain.TeamMails;
import com.tillhouse.core.team.domain.TeamMember;
import com.tillhouse.core.tenant.PersonId;
import java.time.Duration;
import java.time.InstantSource;

/** Takes a member out of the team: from the next call on it sees and does nothing there any more. */
public final class RemoveMember {
    private static final Duration NEWS = Duration.ofDays(2);

    private final UnitOfWork unitOfWork;
    private final TeamBooks books;
    private final RecordAudit audit;
    private final InstantSource clock;

    public RemoveMember(UnitOfWork unitOfWork, TeamBooks books, RecordAudit audit, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.books = books;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Removes the member and tells it.
     *
     * @param by the owner who does it; may be the member itself
     * @throws LastOwnerException when no owner would be left
     * @throws NotFoundException when the person is no member
     */
    public void remove(TenantId tenant, PersonId by, PersonId person) {
        unitOfWork.runInTenant(tenant, () -> {
            books.enter(tenant, by);
            TeamMember member = books.team().member(tenant, person).orElseThrow(NotFoundException::new);
            books.team().remove(tenant, person);
            String business = books.business(tenant).name();
            books.mails().add(OutgoingMail.to(member.email(), TeamMails.removed(business), clock.instant(), NEWS));
            audit.record(
                    tenant,
                    AuditNote.of(AuditAction.MEMBER_REMOVED, person.toString())
                            .by(by.toString())
                            .with("email", member.email().value())
                            .with("role", member.role()));
        });
    }
}
