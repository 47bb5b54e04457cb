package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tenants themselves. Inside the unit of work of the tenant that is asked for. */
public interface TenantRepository {

    void add(TenantId id, Tenant tenant);

    Optional<Tenant> find(TenantId id);

    /** True when the tenant exists and is not suspended. */
    boolean inGoodStanding(TenantId id);

    /** Suspends the tenant; without effect when it already is. Answers whether there is such a tenant. */
    boolean suspend(TenantId id, Instant at);

    /** Ends the suspension, if there is one. Answers whether there is such a tenant. */
    boolean resume(TenantId id);

    /** Ids of tenants in ascending order, those after this one, or from the first. Opens its own transaction. */
    @AcrossTenants("operators' checks go through all tenants; the worker role sees only ids")
    List<TenantId> after(@Nullable TenantId last, int limit);
}
