package com.tillhouse.core.audit.port;

import com.tillhouse.core.audit.domain.AuditAnchor;
import com.tillhouse.core.audit.domain.AuditEntry;
import com.tillhouse.core.audit.domain.AuditFilter;
import com.tillhouse.core.shared.TenantId;
import java.util.List;
import java.util.Optional;

/** The entries of a tenant and where they end. Inside the tenant's unit of work. Nothing is ever changed or removed. */
public interface AuditStore {

    /** Where the chain ends; nobody else appends until the unit of work is over. The genesis when there is nothing yet. */
    AuditAnchor lockHead(TenantId tenant);

    /** Adds the entry after the locked head and moves the head to it. */
    void append(TenantId tenant, AuditEntry entry);

    /** As {@link #lockHead}, for reading: empty when nothing was ever appended. */
    Optional<AuditAnchor> holdHead(TenantId tenant);

    /** Entries with a greater number, oldest first. */
    List<AuditEntry> after(TenantId tenant, long number, int limit);

    /** Entries that fit, newest first. */
    List<AuditEntry> newest(TenantId tenant, AuditFilter filter);
}
