package com.tillhouse.core.team.usecase;

import com.tillhouse.core.approval.domain.Draft;
import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.approval.domain.ProposedAct;
import com.tillhouse.core.approval.port.ApprovableAct;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.team.domain.TeamMember;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import java.util.Map;
import java.util.Objects;

/** Giving a member a role that counts as one of two, when another member has to approve it. */
public final class ApprovableRoleChange implements ApprovableAct {
    private static final String ROLE = "role";
    private static final String EMAIL = "email";

    private final TeamBooks books;
    private final ChangeRole change;

    public ApprovableRoleChange(TeamBooks books, ChangeRole change) {
        this.books = books;
        this.change = change;
    }

    /** The change as a draft. */
    public static Draft draft(TeamMember member, Role role) {
        return Draft.of(
                ProposedAct.MEMBER_ROLE,
                member.person().toString(),
                Map.of(ROLE, role.name(), EMAIL, member.email().value()));
    }

    @Override
    public ProposedAct act() {
        return ProposedAct.MEMBER_ROLE;
    }

    @Override
    public String basis(TenantId tenant, Draft draft) {
        return books.team()
                .member(tenant, PersonId.parse(draft.objectId()))
                .map(member -> member.role().name())
                .orElse("no member");
    }

    @Override
    public Runnable prepared(Proposal proposal) {
        ChangeRoleCommand command = new ChangeRoleCommand(
                proposal.tenant(),
                proposal.proposedBy(),
                PersonId.parse(proposal.draft().objectId()),
                Role.valueOf(
                        Objects.requireNonNull(proposal.draft().parameters().get(ROLE), ROLE)));
        return () -> change.change(command);
    }
}
