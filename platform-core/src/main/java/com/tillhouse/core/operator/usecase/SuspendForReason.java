package com.tillhouse.core.operator.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.operator.port.OperatorRepository;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.shared.Violations;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.SuspendTenant;

/** An operator shuts a tenant's API clients out, or lets them in again, for a reason that the tenant reads in its trail. Needs no access: nothing is seen. */
public final class SuspendForReason {
    private final UnitOfWork platform;
    private final OperatorRepository operators;
    private final SuspendTenant suspending;
    private final RecordAudit audit;

    /** @param platform a unit of work that operators enter without an access */
    public SuspendForReason(
            UnitOfWork platform, OperatorRepository operators, SuspendTenant suspending, RecordAudit audit) {
        this.platform = platform;
        this.operators = operators;
        this.suspending = suspending;
        this.audit = audit;
    }

    /**
     * Suspends the tenant.
     *
     * @throws NotFoundException when the person is no operator, or there is no such tenant
     */
    public void suspend(TenantId tenant, PersonId operator, String reason) {
        act(tenant, operator, reason, AuditAction.TENANT_SUSPENDED, () -> suspending.suspend(tenant));
    }

    /**
     * Ends the suspension.
     *
     * @throws NotFoundException when the person is no operator, or there is no such tenant
     */
    public void resume(TenantId tenant, PersonId operator, String reason) {
        act(tenant, operator, reason, AuditAction.TENANT_RESUMED, () -> suspending.resume(tenant));
    }

    private void act(TenantId tenant, PersonId operator, String reason, AuditAction action, Runnable work) {
        Violations found = new Violations();
        found.text("/reason", reason, OpenAccessCommand.LONGEST_REASON);
        found.require(
                reason.strip().length() >= OpenAccessCommand.SHORTEST_REASON,
                "/reason",
                "too_short",
                "must have at least " + OpenAccessCommand.SHORTEST_REASON + " characters: the business reads it.");
        found.throwIfAny();
        if (!operators.active(operator)) {
            throw new NotFoundException();
        }
        platform.runInTenant(tenant, () -> {
            work.run();
            audit.record(
                    tenant,
                    AuditNote.of(action, tenant.toString())
                            .by(operator.toString())
                            .with("reason", reason.strip()));
        });
    }
}
