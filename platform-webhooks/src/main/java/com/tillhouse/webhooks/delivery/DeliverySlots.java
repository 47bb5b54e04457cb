package com.tillhouse.webhooks.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many deliveries may be in flight, and a bell that rings as they end. */
final class DeliverySlots {
    private final int all;
    private final Semaphore free;
    private final Semaphore ended = new Semaphore(0);

    DeliverySlots(int all) {
        this.all = all;
        this.free = new Semaphore(all);
    }

    /** Takes every slot that is free right now; answers how many. */
    int takeFree() {
        ended.drainPermits();
        return free.drainPermits();
    }

    /** Puts back slots that were taken and not needed. */
    void putBack(int slots) {
        free.release(slots);
    }

    /** One or more deliveries have ended. */
    void ended(int deliveries) {
        free.release(deliveries);
        ended.release(deliveries);
    }

    /** Waits until so many deliveries have ended since the slots were taken, but no longer than that. */
    void awaitEnded(int deliveries, Duration atMost) throws InterruptedException {
        boolean rang = ended.tryAcquire(deliveries, atMost.toNanos(), TimeUnit.NANOSECONDS);
        if (rang) {
            ended.drainPermits();
        }
    }

    /** Waits until nothing is in flight, but no longer than that; false when something still is. */
    boolean awaitIdle(Duration atMost) throws InterruptedException {
        boolean idle = free.tryAcquire(all, atMost.toNanos(), TimeUnit.NANOSECONDS);
        if (idle) {
            free.release(all);
        }
        return idle;
    }

    /** Ends a wait early. */
    void wake() {
        ended.release(all);
    }
}
