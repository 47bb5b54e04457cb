package com.tillhouse.core.audit.usecase;

import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.approval.usecase.ChangeFourEyes;
import com.tillhouse.core.approval.usecase.DecideProposal;
import com.tillhouse.core.approval.usecase.ProposeAct;
import com.tillhouse.core.approval.usecase.ProposeCommand;
import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.checkout.domain.SurplusPolicy;
import com.tillhouse.core.checkout.usecase.ApprovableCheckoutPolicy;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicyCommand;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.PersonId;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The privileged acts about proposals. */
final class ApprovalActs {
    private final BeanFactory beans;
    private final JdbcClient truth;
    private final TenantId tenant;
    private final PersonId mei;
    private final PersonId ana;

    ApprovalActs(BeanFactory beans, JdbcClient truth, TenantId tenant, PersonId mei, PersonId ana) {
        this.beans = beans;
        this.truth = truth;
        this.tenant = tenant;
        this.mei = mei;
        this.ana = ana;
    }

    /** What has to be there before, and the act itself. */
    Runnable prepared(AuditAction action) {
        if (action == AuditAction.APPROVAL_POLICY_CHANGED) {
            return () -> beans.getBean(ChangeFourEyes.class).turnOn(tenant, mei);
        }
        if (action == AuditAction.PROPOSAL_MADE) {
            return this::propose;
        }
        Proposal proposal = propose();
        return switch (action) {
            case PROPOSAL_REFUSED -> () -> decide().refuse(tenant, proposal.id(), ana, "not now");
            case PROPOSAL_WITHDRAWN -> () -> decide().withdraw(tenant, proposal.id(), mei);
            case PROPOSAL_STALE ->
                () -> {
                    truth.sql("insert into checkout_policy (tenant_id, surplus, duplicate_order, changed_at)"
                                    + " values (:tenant, 'RETURN', 'REFUSE', now())")
                            .param("tenant", tenant.value())
                            .update();
                    decide().approve(tenant, proposal.id(), ana);
                };
            default -> () -> decide().approve(tenant, proposal.id(), ana);
        };
    }

    private DecideProposal decide() {
        return beans.getBean(DecideProposal.class);
    }

    /** To what is so already: carried out, it has no entry of its own. */
    private Proposal propose() {
        ChangeCheckoutPolicyCommand command = new ChangeCheckoutPolicyCommand(tenant, SurplusPolicy.RETURN, null);
        return beans.getBean(ProposeAct.class)
                .propose(new ProposeCommand(
                        tenant, ApprovableCheckoutPolicy.draft(command), "the shop asks for it", mei));
    }
}
