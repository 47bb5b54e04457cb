package com.tillhouse.core.team.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.mail.domain.AdminAddress;
import com.tillhouse.core.mail.domain.MailStatus;
import com.tillhouse.core.mail.domain.MailToken;
import com.tillhouse.core.mail.domain.OutgoingMail;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.team.domain.Invitation;
import com.tillhouse.core.team.domain.TeamMails;
import com.tillhouse.core.team.domain.TeamMember;
import com.tillhouse.core.team.domain.TooManyInvitationsException;
import com.tillhouse.core.tenant.AlreadyMemberException;
import com.tillhouse.core.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Asks somebody to join, by mail. Whether the address is known on the platform makes no difference, neither in the answer nor in the mail. */
public final class InviteMember {
    private static final Duration DAY = Duration.ofDays(1);

    private final UnitOfWork unitOfWork;
    private final TeamBooks books;
    private final RecordAudit audit;
    private final AdminAddress admin;
    private final InstantSource clock;

    public InviteMember(
            UnitOfWork unitOfWork, TeamBooks books, RecordAudit audit, AdminAddress admin, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.books = books;
        this.audit = audit;
        this.admin = admin;
        this.clock = clock;
    }

    /**
     * Sends an invitation; one that the address has already is replaced, and its link is dead.
     *
     * @throws AlreadyMemberException when the address belongs to a member of this tenant
     * @throws TooManyInvitationsException when the tenant has sent its day's worth
     */
    public Invitation invite(InviteMemberCommand command) {
        return unitOfWork.inTenant(command.tenant(), () -> {
            TeamMember owner = books.enter(command.tenant(), command.by());
            Instant now = clock.instant();
            refuseWhatMayNotBe(command, now);
            books.requireApproval(command.tenant(), command.role());
            books.invitations()
                    .ofEmail(command.tenant(), command.email())
                    .ifPresent(
                            old -> books.invitations().end(command.tenant(), old.id(), Invitation.End.REPLACED, now));
            Invitation invitation = send(command, owner, now);
            audit.record(
                    command.tenant(),
                    AuditNote.of(AuditAction.MEMBER_INVITED, invitation.id())
                            .by(command.by().toString())
                            .with("email", command.email().value())
                            .with("role", command.role()));
            return invitation;
        });
    }

    private void refuseWhatMayNotBe(InviteMemberCommand command, Instant now) {
        boolean member = books.team().members(command.tenant()).stream()
                .anyMatch(one -> one.email().equals(command.email()));
        if (member) {
            throw new AlreadyMemberException();
        }
        if (books.invitations().madeSince(command.tenant(), now.minus(DAY)) >= Invitation.MOST_IN_A_DAY) {
            throw new TooManyInvitationsException();
        }
    }

    private Invitation send(InviteMemberCommand command, TeamMember owner, Instant now) {
        MailToken token = MailToken.fresh();
        Tenant business = books.business(command.tenant());
        OutgoingMail mail = OutgoingMail.to(
                command.email(),
                TeamMails.invitation(business.name(), owner.called(), command.role(), admin.join(token)),
                now,
                Invitation.OPEN);
        Invitation invitation = new Invitation(
                command.tenant(),
                RandomId.withPrefix("inv_"),
                command.email(),
                command.role(),
                command.by(),
                mail.id(),
                MailStatus.WAITING,
                now,
                now.plus(Invitation.OPEN));
        books.mails().add(mail);
        books.invitations().add(command.tenant(), invitation, token);
        return invitation;
    }
}
