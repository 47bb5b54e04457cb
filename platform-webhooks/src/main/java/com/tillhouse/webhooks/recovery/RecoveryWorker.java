package com.tillhouse.webhooks.recovery;

import com.tillhouse.core.checkout.usecase.RecoverPayments;
import com.tillhouse.core.checkout.usecase.SyncPayment;
import com.tillhouse.core.shared.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Claims due payments and asks Antom about them side by side, so many at once and so many for one tenant. What is claimed above a tenant's share
 * is left to its lease and claimed again when that is over; until then it is out of the others' way.
 */
final class RecoveryWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RecoveryWorker.class);
    private static final int SESSIONS_AT_ONCE = 200;
    /** Longer than one inquiry can take. */
    private static final long STOP_SECONDS = 15;

    private final RecoverPayments recover;
    private final SyncPayment sync;
    private final RecoveryProperties settings;
    private final Semaphore free;
    private final Map<TenantId, AtomicInteger> shares = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService clockwork;

    RecoveryWorker(RecoverPayments recover, SyncPayment sync, RecoveryProperties settings) {
        this.recover = recover;
        this.sync = sync;
        this.settings = settings;
        this.free = new Semaphore(settings.inFlight());
    }

    /** Looks once for everything that is due and waits until it is asked. Answers how many payments were claimed. */
    int runOnce() {
        Phaser asked = new Phaser(1);
        int claimed = look(asked);
        asked.arriveAndAwaitAdvance();
        return claimed;
    }

    private int look(Phaser asked) {
        int room = free.availablePermits();
        int claimed = room == 0 ? 0 : recover.claimDue(room, (tenant, paymentId) -> begin(tenant, paymentId, asked));
        recover.expireSessions(SESSIONS_AT_ONCE);
        return claimed;
    }

    private void begin(TenantId tenant, String paymentId, Phaser asked) {
        if (!takeShare(tenant)) {
            return;
        }
        if (!free.tryAcquire()) {
            giveShare(tenant);
            return;
        }
        asked.register();
        Thread.ofVirtual().name("recovery-", 0).start(() -> ask(tenant, paymentId, asked));
    }

    /** The outermost end of one piece of work: whatever goes wrong, the lease ends and somebody asks again. */
    private void ask(TenantId tenant, String paymentId, Phaser asked) {
        try {
            sync.recover(tenant, paymentId);
        } catch (RuntimeException e) {
            LOG.warn("Payment {} could not be asked about; it stays due", paymentId, e);
        } finally {
            free.release();
            giveShare(tenant);
            asked.arriveAndDeregister();
        }
    }

    private boolean takeShare(TenantId tenant) {
        boolean[] taken = new boolean[1];
        shares.compute(tenant, (id, share) -> {
            AtomicInteger used = share == null ? new AtomicInteger() : share;
            taken[0] = used.get() < settings.perTenant();
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

    /** The outermost loop: a database that is away for a while must not end it. */
    private void tick() {
        try {
            look(new Phaser(1));
        } catch (RuntimeException e) {
            LOG.warn("Recovery could not look for due work; it looks again", e);
        }
    }

    @Override
    public synchronized void start() {
        if (clockwork == null) {
            clockwork = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("recovery").factory());
            long pause = settings.pause().toMillis();
            var unused = clockwork.scheduleWithFixedDelay(this::tick, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    /** Claims nothing more, then waits for what is being asked. */
    @Override
    public synchronized void stop() {
        if (clockwork == null) {
            return;
        }
        clockwork.shutdown();
        try {
            boolean quiet = clockwork.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)
                    && free.tryAcquire(settings.inFlight(), STOP_SECONDS, TimeUnit.SECONDS);
            if (quiet) {
                free.release(settings.inFlight());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clockwork = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }
}
