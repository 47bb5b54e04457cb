package com.tillhouse.core.adapter.vault;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Has the tenant's keyset opened before a unit of work begins, so that no transaction waits for the server that keeps the master key. */
final class WarmVaultUnitOfWork implements UnitOfWork {
    private static final ScopedValue<TenantId> INSIDE = ScopedValue.newInstance();

    private final UnitOfWork unitOfWork;
    private final BiConsumer<TenantId, UnitOfWork> warm;

    WarmVaultUnitOfWork(UnitOfWork unitOfWork, BiConsumer<TenantId, UnitOfWork> warm) {
        this.unitOfWork = unitOfWork;
        this.warm = warm;
    }

    @Override
    public <T> T inTenant(TenantId tenant, Supplier<T> work) {
        if (INSIDE.isBound()) {
            return unitOfWork.inTenant(tenant, work);
        }
        warm.accept(tenant, unitOfWork);
        return ScopedValue.where(INSIDE, tenant).call(() -> unitOfWork.inTenant(tenant, work));
    }
}
