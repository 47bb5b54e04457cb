package com.tillhouse.core.team.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.mail.domain.AdminAddress;
import com.tillhouse.core.mail.domain.MailToken;
import com.tillhouse.core.mail.domain.OutgoingMail;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.team.domain.Invitation;
import com.tillhouse.core.team.domain.InvitationClosedException;
import com.tillhouse.core.team.domain.TeamMails;
import com.tillhouse.core.team.domain.TeamMember;
import com.tillhouse.core.tenant.AlreadyMemberException;
import com.tillhouse.core.tenant.Member;
import com.tillhouse.core.tenant.MemberRepository;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiConsumer;

/** The end of every way to accept: in one unit of work the invitation is used up and the person is a member. */
public final class Admission {
    private static final Duration NEWS = Duration.ofDays(2);

    private final UnitOfWork unitOfWork;
    private final TeamBooks books;
    private final MemberRepository members;
    private final RecordAudit audit;
    private final AdminAddress admin;
    private final InstantSource clock;

    public Admission(
            UnitOfWork unitOfWork,
            TeamBooks books,
            MemberRepository members,
            RecordAudit audit,
            AdminAddress admin,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.books = books;
        this.members = members;
        this.audit = audit;
        this.admin = admin;
        this.clock = clock;
    }

    /** Admits the person; what comes first in the same unit of work may still refuse. */
    void admit(MailToken token, PersonId person, BiConsumer<TenantId, Invitation> first) {
        TenantId tenant = books.invitations().tenantOf(token).orElseThrow(InvitationClosedException::new);
        unitOfWork.runInTenant(tenant, () -> {
            books.team().lock(tenant);
            Instant now = clock.instant();
            Invitation invitation = books.invitations()
                    .ofToken(tenant, token)
                    .filter(found -> found.open(now))
                    .orElseThrow(InvitationClosedException::new);
            books.requireApproval(tenant, invitation.role());
            first.accept(tenant, invitation);
            if (members.find(tenant, person).isPresent()) {
                throw new AlreadyMemberException();
            }
            members.add(tenant, new Member(tenant, person, invitation.role(), now));
            books.invitations().end(tenant, invitation.id(), Invitation.End.ACCEPTED, now);
            tellOwners(tenant, person, invitation, now);
            audit.record(
                    tenant,
                    AuditNote.of(AuditAction.INVITATION_ACCEPTED, person.toString())
                            .by(person.toString())
                            .with("email", invitation.email().value())
                            .with("role", invitation.role()));
        });
    }

    private void tellOwners(TenantId tenant, PersonId newcomer, Invitation invitation, Instant now) {
        Tenant business = books.business(tenant);
        for (TeamMember member : books.team().members(tenant)) {
            if (member.role().managesTeam() && !member.person().equals(newcomer)) {
                books.mails()
                        .add(OutgoingMail.to(
                                member.email(),
                                TeamMails.joined(
                                        business.name(),
                                        invitation.email().value(),
                                        invitation.role(),
                                        admin.team(business.slug())),
                                now,
                                NEWS));
            }
        }
    }
}
