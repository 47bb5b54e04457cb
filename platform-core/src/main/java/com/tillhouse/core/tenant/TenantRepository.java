package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.TenantId;
import java.util.Optional;

/** Tenants themselves. Inside the unit of work of the tenant that is asked for. */
public interface TenantRepository {

    void add(TenantId id, Tenant tenant);

    Optional<Tenant> find(TenantId id);
}
