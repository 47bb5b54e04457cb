package com.tillhouse.core.shared;

import java.util.function.Supplier;

/** One transaction, bound to one tenant. The only way to reach a tenant's rows. */
public interface UnitOfWork {

    /**
     * Runs the work in a transaction whose connection is bound to this tenant; joins a running one if it is bound to the same tenant and
     * refuses one that is bound to another. Nothing remote may be called inside.
     */
    <T> T inTenant(TenantId tenant, Supplier<T> work);

    /** As {@link #inTenant(TenantId, Supplier)}, for work that answers nothing. */
    default void runInTenant(TenantId tenant, Runnable work) {
        this.<Boolean>inTenant(tenant, () -> {
            work.run();
            return true;
        });
    }
}
