package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** The primary key of every tenant's row: the tenant first. */
@Embeddable
record TenantKey(
        @Column(name = "tenant_id") UUID tenantId,
        @Column(name = "id") String id) implements Serializable {

    static TenantKey of(TenantId tenant, String id) {
        return new TenantKey(tenant.value(), id);
    }
}
