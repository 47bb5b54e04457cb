package com.tillhouse.webhooks.recovery;

import com.tillhouse.core.shared.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** So many pieces of work at once, and so many of them for one tenant. Shared by all kinds of recovery. */
final class RecoveryLanes {
    private final int inFlight;
    private final int perTenant;
    private final Semaphore free;
    private final Map<TenantId, AtomicInteger> shares = new ConcurrentHashMap<>();

    RecoveryLanes(RecoveryProperties settings) {
        this.inFlight = settings.inFlight();
        this.perTenant = settings.perTenant();
        this.free = new Semaphore(inFlight);
    }

    /** How many more there is room for. */
    int room() {
        return free.availablePermits();
    }

    /** Takes a lane for this tenant; false when all are taken, or all of its share. */
    boolean enter(TenantId tenant) {
        if (!takeShare(tenant)) {
            return false;
        }
        if (free.tryAcquire()) {
            return true;
        }
        giveShare(tenant);
        return false;
    }

    /** Gives it back. */
    void leave(TenantId tenant) {
        free.release();
        giveShare(tenant);
    }

    /** Waits until nothing is in a lane, but no longer than this. */
    void awaitQuiet(long seconds) throws InterruptedException {
        if (free.tryAcquire(inFlight, seconds, TimeUnit.SECONDS)) {
            free.release(inFlight);
        }
    }

    private boolean takeShare(TenantId tenant) {
        boolean[] taken = new boolean[1];
        shares.compute(tenant, (id, share) -> {
            AtomicInteger used = share == null ? new AtomicInteger() : share;
            taken[0] = used.get() < perTenant;
            if (taken[0]) {
                used.incrementAndGet();
            }
            return used;
        });
        return taken[0];
    }

    private void giveShare(TenantId tenant) {
        shares.computeIfPresent(tenant, (id, used) -> used.decrementAndGet() == 0 ? null : used);
    }
}
