package com.tillhouse.admin.approval;

import com.tillhouse.admin.access.MemberActs;
import com.tillhouse.admin.access.StepUp;
import com.tillhouse.admin.access.TenantAccess;
import com.tillhouse.core.approval.domain.Draft;
import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.approval.domain.ProposalStatus;
import com.tillhouse.core.approval.usecase.ChangeFourEyes;
import com.tillhouse.core.approval.usecase.DecideProposal;
import com.tillhouse.core.approval.usecase.ProposeAct;
import com.tillhouse.core.approval.usecase.ProposeCommand;
import com.tillhouse.core.approval.usecase.RequireApproval;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.Membership;
import com.tillhouse.core.tenant.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The views' only way to proposals. Takes the slug of the address and asks on every call whether the member may see that tenant. */
@Component
public final class ApprovalDesk {
    static final int MOST = 100;

    private final TenantAccess access;
    private final RequireApproval approvals;
    private final ProposeAct proposing;
    private final DecideProposal deciding;
    private final ChangeFourEyes fourEyes;
    private final MemberActs acts;
    private final StepUp stepUp;

    ApprovalDesk(
            TenantAccess access,
            RequireApproval approvals,
            ProposeAct proposing,
            DecideProposal deciding,
            ChangeFourEyes fourEyes,
            MemberActs acts,
            StepUp stepUp) {
        this.access = access;
        this.approvals = approvals;
        this.proposing = proposing;
        this.deciding = deciding;
        this.fourEyes = fourEyes;
        this.acts = acts;
        this.stepUp = stepUp;
    }

    /** True when the business wants two members for acts that can need them. */
    public boolean fourEyes(String slug) {
        return approvals.fourEyes(access.require(slug).tenant());
    }

    /** Proposes the act in the name of the signed-in member. */
    public void propose(String slug, Draft draft, String reason) {
        TenantId tenant = access.require(slug).tenant();
        PersonId by = me();
        acts.record(() -> proposing.propose(new ProposeCommand(tenant, draft, reason, by)));
    }

    /** Asks for the reason, and proposes. */
    public void ask(String slug, String title, Draft draft) {
        new ProposeDialog(title, reason -> propose(slug, draft, reason)).open();
    }

    Membership business(String slug) {
        return access.require(slug);
    }

    PersonId me() {
        return access.member().id();
    }

    void whenProved(Runnable act) {
        stepUp.then(act);
    }

    List<Proposal> newest(String slug) {
        return proposing.newest(access.require(slug).tenant(), MOST);
    }

    ProposalStatus approve(String slug, String id) {
        TenantId tenant = access.require(slug).tenant();
        PersonId by = me();
        return acts.record(() -> deciding.approve(tenant, id, by));
    }

    void refuse(String slug, String id, @Nullable String why) {
        TenantId tenant = access.require(slug).tenant();
        PersonId by = me();
        acts.record(() -> {
            deciding.refuse(tenant, id, by, why);
            return id;
        });
    }

    void withdraw(String slug, String id) {
        TenantId tenant = access.require(slug).tenant();
        PersonId by = me();
        acts.record(() -> {
            deciding.withdraw(tenant, id, by);
            return id;
        });
    }

    void turnOn(String slug) {
        TenantId tenant = access.require(slug).tenant();
        PersonId owner = me();
        acts.record(() -> {
            fourEyes.turnOn(tenant, owner);
            return owner;
        });
    }
}
