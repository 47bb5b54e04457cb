package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.InstantSource;

/** Shuts all API clients of a tenant out within a minute, until it is resumed. Payments under way, notifications and webhooks go on. */
public final class SuspendTenant {
    private final UnitOfWork unitOfWork;
    private final TenantRepository tenants;
    private final InstantSource clock;

    public SuspendTenant(UnitOfWork unitOfWork, TenantRepository tenants, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * Suspends the tenant; again is the same.
     *
     * @throws NotFoundException when there is no such tenant
     */
    public void suspend(TenantId tenant) {
        unitOfWork.runInTenant(tenant, () -> found(tenants.suspend(tenant, clock.instant())));
    }

    /**
     * Lets its clients in again; without effect when it is not suspended.
     *
     * @throws NotFoundException when there is no such tenant
     */
    public void resume(TenantId tenant) {
        unitOfWork.runInTenant(tenant, () -> found(tenants.resume(tenant)));
    }

    private static void found(boolean there) {
        if (!there) {
            throw new NotFoundException();
        }
    }
}
