package com.tillhouse.webhooks.recovery;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** So many pieces of work at once. Shared by all kinds of recovery. */
final class RecoveryLanes {
    private final int inFlight;
    private final Semaphore free;

    RecoveryLanes(RecoveryProperties settings) {
        this.inFlight = settings.inFlight();
        this.free = new Semaphore(inFlight);
    }

    /** How many more there is room for. */
    int room() {
        return free.availablePermits();
    }

    /** Takes a lane. There is one: work is claimed by the one thread that looks, and only as much as there is room for. */
    void enter() {
        if (!free.tryAcquire()) {
            throw new IllegalStateException("more was claimed than there is room for");
        }
    }

    /** Gives it back. */
    void leave() {
        free.release();
    }

    /** Waits until nothing is in a lane, but no longer than this. */
    void awaitQuiet(long seconds) throws InterruptedException {
        if (free.tryAcquire(inFlight, seconds, TimeUnit.SECONDS)) {
            free.release(inFlight);
        }
    }
}
