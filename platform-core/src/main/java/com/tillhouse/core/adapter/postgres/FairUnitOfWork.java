package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.TenantMemory;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Leaves connections for others: work of one tenant has so many at once, and what waits for one waits behind its own tenant's work. */
public final class FairUnitOfWork implements UnitOfWork {
    private static final int MOST = 10_000;

    private final UnitOfWork real;
    private final int connections;
    private final Duration patience;
    private final TenantMemory<Whose, Semaphore> lanes = new TenantMemory<>(MOST);

    /**
     * Stands before this one.
     *
     * @param connections of one tenant at once in this process
     * @param patience how long work waits for one
     */
    public FairUnitOfWork(UnitOfWork real, int connections, Duration patience) {
        this.real = real;
        this.connections = connections;
        this.patience = patience;
    }

    private record Whose(TenantId tenant) implements TenantMemory.Key {}

    @Override
    public <T> T inTenant(TenantId tenant, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return real.inTenant(tenant, work);
        }
        Semaphore lane = lane(new Whose(tenant));
        enter(lane);
        try {
            return real.inTenant(tenant, work);
        } finally {
            lane.release();
        }
    }

    private Semaphore lane(Whose whose) {
        Semaphore known = lanes.find(whose);
        return known != null ? known : lanes.keep(whose, new Semaphore(connections, true));
    }

    private void enter(Semaphore lane) {
        try {
            if (!lane.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CannotCreateTransactionException("too much work of one tenant waits for the database");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotCreateTransactionException("interrupted in the wait for the database", e);
        }
    }
}
