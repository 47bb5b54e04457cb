package com.tillhouse.core.team.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.mail.domain.AdminAddress;
import com.tillhouse.core.mail.domain.OutgoingMail;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.team.domain.LastOwnerException;
import com.tillhouse.core.team.domain.TeamMails;
import com.tillhouse.core.team.domain.TeamMember;
import java.time.Duration;
import java.time.InstantSource;

/** Gives a member another role; it counts from its next act on. */
public final class ChangeRole {
    private static final Duration NEWS = Duration.ofDays(2);

    private final UnitOfWork unitOfWork;
    private final TeamBooks books;
    private final RecordAudit audit;
    private final AdminAddress admin;
    private final InstantSource clock;

    public ChangeRole(
            UnitOfWork unitOfWork, TeamBooks books, RecordAudit audit, AdminAddress admin, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.books = books;
        this.audit = audit;
        this.admin = admin;
        this.clock = clock;
    }

    /**
     * Changes the role and tells the member; the same role again is nothing.
     *
     * @throws LastOwnerException when no owner would be left
     * @throws NotFoundException when the person is no member
     */
    public void change(ChangeRoleCommand command) {
        unitOfWork.runInTenant(command.tenant(), () -> {
            books.enter(command.tenant(), command.by());
            TeamMember member =
                    books.team().member(command.tenant(), command.person()).orElseThrow(NotFoundException::new);
            if (member.role() != command.role()) {
                change(command, member);
            }
        });
    }

    private void change(ChangeRoleCommand command, TeamMember member) {
        books.requireApproval(command.tenant(), command.role());
        books.team().changeRole(command.tenant(), command.person(), command.role());
        String business = books.business(command.tenant()).name();
        books.mails()
                .add(OutgoingMail.to(
                        member.email(),
                        TeamMails.roleChanged(business, member.role(), command.role(), admin.home()),
                        clock.instant(),
                        NEWS));
        audit.record(
                command.tenant(),
                AuditNote.of(AuditAction.MEMBER_ROLE_CHANGED, command.person().toString())
                        .by(command.by().toString())
                        .with("email", member.email().value())
                        .changed("role", member.role(), command.role()));
    }
}
