package com.tillhouse.core.erasure;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.InstantSource;

/** Reads and changes how long a tenant's buyer data is kept. */
public final class ChangeBuyerDataPolicy {
    private final UnitOfWork unitOfWork;
    private final BuyerDataStore data;
    private final RecordAudit audit;
    private final InstantSource clock;

    public ChangeBuyerDataPolicy(UnitOfWork unitOfWork, BuyerDataStore data, RecordAudit audit, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.data = data;
        this.audit = audit;
        this.clock = clock;
    }

    /** As it is now. */
    public BuyerDataPolicy read(TenantId tenant) {
        return new BuyerDataPolicy(unitOfWork.inTenant(tenant, () -> data.retentionDays(tenant)));
    }

    /** Holds from the next sweep on, also for what is kept already. Repeating it changes nothing. */
    public BuyerDataPolicy change(TenantId tenant, BuyerDataPolicy policy) {
        unitOfWork.runInTenant(tenant, () -> {
            int before = data.retentionDays(tenant);
            if (before != policy.retentionDays()) {
                data.retain(tenant, policy.retentionDays(), clock.instant());
                audit.record(
                        tenant,
                        AuditNote.of(AuditAction.BUYER_DATA_POLICY_CHANGED, tenant.toString())
                                .changed("retention_days", before, policy.retentionDays()));
            }
        });
        return policy;
    }
}
