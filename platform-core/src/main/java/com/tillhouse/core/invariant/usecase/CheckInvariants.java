package com.tillhouse.core.invariant.usecase;

import com.tillhouse.core.invariant.domain.Breach;
import com.tillhouse.core.invariant.port.InvariantStore;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.List;

/** Checks one tenant's money against the invariants. Whoever checks the whole platform goes from tenant to tenant; nothing looks past the boundary. */
public final class CheckInvariants {
    private final UnitOfWork unitOfWork;
    private final InvariantStore store;
    private final InstantSource clock;

    public CheckInvariants(UnitOfWork unitOfWork, InvariantStore store, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.clock = clock;
    }

    /** Every breach, by invariant and object; empty when all is well. */
    public List<Breach> check(TenantId tenant) {
        return unitOfWork.inTenant(tenant, () -> store.breaches(tenant, clock.instant()));
    }
}
