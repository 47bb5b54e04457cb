package com.tillhouse.core.approval.usecase;

import com.tillhouse.core.approval.domain.ApprovalRequiredException;
import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.approval.domain.ProposedAct;
import com.tillhouse.core.approval.port.ProposalStore;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;

/** Stands before an act that may need two members. The database's triggers stand behind it. */
public final class RequireApproval {
    private static final ScopedValue<Proposal> APPROVED = ScopedValue.newInstance();

    private final UnitOfWork unitOfWork;
    private final ProposalStore proposals;

    public RequireApproval(UnitOfWork unitOfWork, ProposalStore proposals) {
        this.unitOfWork = unitOfWork;
        this.proposals = proposals;
    }

    /** True when the tenant wants two members for acts such as these. */
    public boolean fourEyes(TenantId tenant) {
        return unitOfWork.inTenant(tenant, () -> proposals.fourEyes(tenant));
    }

    /**
     * Lets the act pass when the tenant does not want four eyes, or while a proposal of it is being carried out.
     *
     * @throws ApprovalRequiredException otherwise
     */
    public void before(TenantId tenant, ProposedAct act) {
        boolean approved = APPROVED.isBound()
                && APPROVED.get().tenant().equals(tenant)
                && APPROVED.get().draft().act() == act;
        if (!approved && fourEyes(tenant)) {
            throw new ApprovalRequiredException();
        }
    }

    static void approved(Proposal proposal, Runnable work) {
        ScopedValue.where(APPROVED, proposal).run(work);
    }
}
