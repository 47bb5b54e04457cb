package com.tillhouse.admin.team;

import com.tillhouse.admin.access.MemberActs;
import com.tillhouse.admin.access.TenantAccess;
import com.tillhouse.admin.approval.ApprovalDesk;
import com.tillhouse.core.team.domain.Team;
import com.tillhouse.core.team.domain.TeamMember;
import com.tillhouse.core.team.usecase.ApprovableRoleChange;
import com.tillhouse.core.team.usecase.ChangeRole;
import com.tillhouse.core.team.usecase.ChangeRoleCommand;
import com.tillhouse.core.team.usecase.FindTeam;
import com.tillhouse.core.team.usecase.InviteMember;
import com.tillhouse.core.team.usecase.InviteMemberCommand;
import com.tillhouse.core.team.usecase.RemoveMember;
import com.tillhouse.core.team.usecase.RevokeInvitation;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.Membership;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import org.springframework.stereotype.Component;

/** The view's only way to a team. Takes the slug of the address and asks on every call whether the member may enter that tenant; what it may do there is the core's to say. */
@Component
final class TeamDesk {
    private final TenantAccess access;
    private final MemberActs acts;
    private final FindTeam find;
    private final Acts team;
    private final ApprovalDesk approvals;

    TeamDesk(TenantAccess access, MemberActs acts, FindTeam find, Acts team, ApprovalDesk approvals) {
        this.approvals = approvals;
        this.access = access;
        this.acts = acts;
        this.find = find;
        this.team = team;
    }

    /** What owners may do. */
    @Component
    record Acts(InviteMember invite, RevokeInvitation revoke, ChangeRole changeRole, RemoveMember remove) {}

    Membership business(String slug) {
        return access.require(slug);
    }

    PersonId me() {
        return access.member().id();
    }

    Team team(String slug) {
        return find.of(business(slug).tenant());
    }

    void invite(String slug, EmailAddress email, Role role) {
        Membership in = business(slug);
        acts.record(() -> team.invite().invite(new InviteMemberCommand(in.tenant(), me(), email, role)));
    }

    void revoke(String slug, String invitationId) {
        Membership in = business(slug);
        acts.record(() -> {
            team.revoke().revoke(in.tenant(), me(), invitationId);
            return in;
        });
    }

    /** True when the business wants two members to say who may be one of the two. */
    boolean fourEyes(String slug) {
        return approvals.fourEyes(slug);
    }

    /** Changes the role, or proposes to where that needs two members. */
    void changeRole(String slug, TeamMember member, Role role, String why) {
        if (role != member.role() && role.decides() && fourEyes(slug)) {
            approvals.propose(slug, ApprovableRoleChange.draft(member, role), why);
        } else {
            changeRole(slug, member.person(), role);
        }
    }

    void changeRole(String slug, PersonId person, Role role) {
        Membership in = business(slug);
        acts.record(() -> {
            team.changeRole().change(new ChangeRoleCommand(in.tenant(), me(), person, role));
            return in;
        });
    }

    void remove(String slug, PersonId person) {
        Membership in = business(slug);
        acts.record(() -> {
            team.remove().remove(in.tenant(), me(), person);
            return in;
        });
    }
}
