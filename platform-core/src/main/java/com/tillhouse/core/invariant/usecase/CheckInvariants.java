package com.tillhouse.core.invariant.usecase;

import com.tillhouse.core.invariant.domain.Breach;
import com.tillhouse.core.invariant.port.InvariantStore;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.TenantRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;

/** Checks one tenant's money against the invariants. Whoever checks the whole platform goes from tenant to tenant; nothing looks past the boundary. */
public final class CheckInvariants {
    private static final int TENANTS_AT_ONCE = 1000;

    private final TenantRepository tenants;
    private final UnitOfWork unitOfWork;
    private final InvariantStore store;
    private final InstantSource clock;

    public CheckInvariants(TenantRepository tenants, UnitOfWork unitOfWork, InvariantStore store, InstantSource clock) {
        this.tenants = tenants;
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.clock = clock;
    }

    /** Checks every tenant, one after the other, and hands its breaches on, if there are any. Answers how many tenants were checked. */
    public int checkAll(BiConsumer<TenantId, List<Breach>> breached) {
        int checked = 0;
        List<TenantId> next = tenants.after(null, TENANTS_AT_ONCE);
        while (!next.isEmpty()) {
            for (TenantId tenant : next) {
                List<Breach> breaches = check(tenant);
                if (!breaches.isEmpty()) {
                    breached.accept(tenant, breaches);
                }
                checked++;
            }
            next = tenants.after(next.getLast(), TENANTS_AT_ONCE);
        }
        return checked;
    }

    /** Every breach, by invariant and object; empty when all is well. */
    public List<Breach> check(TenantId tenant) {
        return unitOfWork.inTenant(tenant, () -> store.breaches(tenant, clock.instant()));
    }
}
