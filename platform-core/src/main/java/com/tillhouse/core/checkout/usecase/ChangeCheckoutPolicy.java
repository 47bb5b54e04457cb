package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.approval.domain.ApprovalRequiredException;
import com.tillhouse.core.approval.domain.ProposedAct;
import com.tillhouse.core.approval.usecase.RequireApproval;
import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.checkout.domain.CheckoutPolicy;
import com.tillhouse.core.checkout.port.CheckoutPolicyStore;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;

/** Reads and changes a tenant's own rules for its checkout. */
public final class ChangeCheckoutPolicy {
    private final UnitOfWork unitOfWork;
    private final CheckoutPolicyStore policies;
    private final RequireApproval approvals;
    private final RecordAudit audit;
    private final InstantSource clock;

    public ChangeCheckoutPolicy(
            UnitOfWork unitOfWork,
            CheckoutPolicyStore policies,
            RequireApproval approvals,
            RecordAudit audit,
            InstantSource clock) {
        this.approvals = approvals;
        this.unitOfWork = unitOfWork;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** The rules as they are now. */
    public CheckoutPolicy read(TenantId tenant) {
        return unitOfWork.inTenant(tenant, () -> policies.of(tenant));
    }

    /**
     * Changes what the command names and answers the rules as they are afterwards. Repeating it changes nothing.
     *
     * @throws ApprovalRequiredException when the tenant wants two members for it
     */
    public CheckoutPolicy change(ChangeCheckoutPolicyCommand command) {
        TenantId tenant = command.tenant();
        return unitOfWork.inTenant(tenant, () -> {
            approvals.before(tenant, ProposedAct.CHECKOUT_POLICY);
            Instant now = clock.instant();
            CheckoutPolicy before = policies.lock(tenant, now);
            CheckoutPolicy after = policies.change(tenant, command.surplus(), command.duplicateOrder(), now);
            if (!after.equals(before)) {
                audit.record(
                        tenant,
                        AuditNote.of(AuditAction.CHECKOUT_POLICY_CHANGED, tenant.toString())
                                .changed("surplus", before.surplus(), after.surplus())
                                .changed("duplicate_order", before.duplicateOrder(), after.duplicateOrder()));
            }
            return after;
        });
    }
}
