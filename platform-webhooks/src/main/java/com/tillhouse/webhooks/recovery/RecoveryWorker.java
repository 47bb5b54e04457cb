package com.tillhouse.webhooks.recovery;

import com.tillhouse.core.checkout.usecase.RecoverPayments;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.trail.domain.Actor;
import com.tillhouse.core.trail.usecase.RecordAct;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Claims due payments, refunds and captures and takes each a step further, side by side: so many in a second, so many at once, and so many at once
 * for one tenant.
 */
final class RecoveryWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RecoveryWorker.class);
    private static final int SESSIONS_AT_ONCE = 200;
    /** Longer than one call to Antom can take. */
    private static final long STOP_SECONDS = 15;

    private final List<RecoveryChore> chores;
    private final RecoverPayments sessions;
    private final RecordAct acts;
    private final RecoveryProperties settings;
    private final RecoveryLanes lanes;
    private @Nullable ScheduledExecutorService clockwork;

    /**
     * Does these chores.
     *
     * @param chores the rare ones first; each may take half of the room that the ones before it left, the last all of it
     */
    RecoveryWorker(List<RecoveryChore> chores, RecoverPayments sessions, RecordAct acts, RecoveryProperties settings) {
        this.chores = List.copyOf(chores);
        this.sessions = sessions;
        this.acts = acts;
        this.settings = settings;
        this.lanes = new RecoveryLanes(settings);
    }

    /** Looks once for everything that is due and waits until it is done. Answers how many payments, refunds and captures were claimed. */
    int runOnce() {
        Phaser under = new Phaser(1);
        int claimed = look(under);
        under.arriveAndAwaitAdvance();
        return claimed;
    }

    /** Half of the room that is left is kept from each kind but the last, so that none starves another. */
    private int look(Phaser under) {
        int room = Math.min(lanes.room(), settings.perLook());
        int claimed = 0;
        for (int i = 0; i < chores.size(); i++) {
            RecoveryChore chore = chores.get(i);
            int left = room - claimed;
            int share = i == chores.size() - 1 ? left : (left + 1) / 2;
            if (share > 0) {
                claimed += chore.due()
                        .claimDue(share, settings.perTenant(), (tenant, id) -> begin(tenant, id, chore.step(), under));
            }
        }
        sessions.expireSessions(SESSIONS_AT_ONCE);
        return claimed;
    }

    private void begin(TenantId tenant, String id, BiConsumer<TenantId, String> step, Phaser under) {
        lanes.enter();
        under.register();
        Thread.ofVirtual().name("recovery-" + id).start(() -> take(tenant, id, step, under));
    }

    /** The outermost end of one piece of work: whatever goes wrong, the lease ends and somebody tries again. */
    private void take(TenantId tenant, String id, BiConsumer<TenantId, String> step, Phaser under) {
        try {
            acts.record(Actor.recovery(id), () -> {
                step.accept(tenant, id);
                return id;
            });
        } catch (RuntimeException e) {
            LOG.warn("{} could not be taken further; it stays due", id, e);
        } finally {
            lanes.leave();
            under.arriveAndDeregister();
        }
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

    /** Claims nothing more, then waits for what is under way. */
    @Override
    public synchronized void stop() {
        if (clockwork == null) {
            return;
        }
        clockwork.shutdown();
        try {
            if (clockwork.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                lanes.awaitQuiet(STOP_SECONDS);
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
