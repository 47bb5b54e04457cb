package com.tillhouse.core.operator.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.operator.port.AccessStore;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.MemberRepository;
import com.tillhouse.core.tenant.NotPermittedException;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;

/** Whether a tenant wants to be asked before an operator looks in. */
public final class ChangeOperatorPolicy {
    private final UnitOfWork unitOfWork;
    private final AccessStore accesses;
    private final MemberRepository members;
    private final RecordAudit audit;

    public ChangeOperatorPolicy(
            UnitOfWork unitOfWork, AccessStore accesses, MemberRepository members, RecordAudit audit) {
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.members = members;
        this.audit = audit;
    }

    /** True when an access starts only with an owner's consent. */
    public boolean asksFirst(TenantId tenant) {
        return unitOfWork.inTenant(tenant, () -> accesses.asksFirst(tenant));
    }

    /**
     * Counts for the next access; those that are open stay. Repeating it changes nothing.
     *
     * @throws NotPermittedException when the person is no owner
     */
    public void askFirst(TenantId tenant, boolean ask, PersonId owner) {
        unitOfWork.runInTenant(tenant, () -> {
            if (members.find(tenant, owner)
                    .filter(member -> member.role() == Role.OWNER)
                    .isEmpty()) {
                throw new NotPermittedException("Only owners say whether they are asked first.");
            }
            boolean before = accesses.askFirst(tenant, ask);
            if (before != ask) {
                audit.record(
                        tenant,
                        AuditNote.of(AuditAction.OPERATOR_POLICY_CHANGED, tenant.toString())
                                .by(owner.toString())
                                .changed("ask_first", before, ask));
            }
        });
    }
}
