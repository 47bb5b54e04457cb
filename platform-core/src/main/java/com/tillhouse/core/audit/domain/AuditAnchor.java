package com.tillhouse.core.audit.domain;

import com.tillhouse.core.shared.TenantId;

/**
 * A place in a tenant's chain. Kept outside the platform, it proves that nothing up to there was rewritten.
 *
 * @param number of the last entry; 0 before the first
 * @param hash of that entry; of the tenant's genesis before the first
 */
public record AuditAnchor(long number, AuditHash hash) {

    /** Where the chain of this tenant begins. */
    public static AuditAnchor genesis(TenantId tenant) {
        return new AuditAnchor(0, AuditEncoding.genesis(tenant));
    }
}
