package com.tillhouse.core.audit.usecase;

import com.tillhouse.core.audit.domain.AuditEntry;
import com.tillhouse.core.audit.domain.AuditFilter;
import com.tillhouse.core.audit.port.AuditStore;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.util.List;

/** Reads a tenant's audit trail. */
public final class FindAudit {
    private final UnitOfWork unitOfWork;
    private final AuditStore entries;

    public FindAudit(UnitOfWork unitOfWork, AuditStore entries) {
        this.unitOfWork = unitOfWork;
        this.entries = entries;
    }

    /** Entries that fit, newest first, at most as many as the filter's limit. */
    public List<AuditEntry> newest(TenantId tenant, AuditFilter filter) {
        return unitOfWork.inTenant(tenant, () -> entries.newest(tenant, filter));
    }
}
