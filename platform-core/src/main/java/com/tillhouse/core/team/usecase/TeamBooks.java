package com.tillhouse.core.team.usecase;

import com.tillhouse.core.approval.domain.ProposedAct;
import com.tillhouse.core.approval.usecase.RequireApproval;
import com.tillhouse.core.mail.port.MailStore;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.team.domain.TeamMember;
import com.tillhouse.core.team.port.InvitationRepository;
import com.tillhouse.core.team.port.TeamRepository;
import com.tillhouse.core.tenant.NotPermittedException;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import com.tillhouse.core.tenant.Tenant;
import com.tillhouse.core.tenant.TenantRepository;

/** What acts upon a team read and write, all in one unit of work. */
public record TeamBooks(
        TeamRepository team,
        InvitationRepository invitations,
        TenantRepository tenants,
        MailStore mails,
        RequireApproval approvals) {

    /** The first step of every act: one after the other, and by an owner as the database knows it now. Answers the acting owner. */
    TeamMember enter(TenantId tenant, PersonId person) {
        team.lock(tenant);
        TeamMember acting = team.member(tenant, person).orElseThrow(NotFoundException::new);
        if (!acting.role().managesTeam()) {
            throw new NotPermittedException("Only owners change the team.");
        }
        return acting;
    }

    /** Where a tenant wants two members, nobody alone says who may be one of them. */
    void requireApproval(TenantId tenant, Role role) {
        if (role.decides()) {
            approvals.before(tenant, ProposedAct.MEMBER_ROLE);
        }
    }

    Tenant business(TenantId tenant) {
        return tenants.find(tenant).orElseThrow(NotFoundException::new);
    }
}
