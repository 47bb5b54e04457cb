package com.tillhouse.webhooks.retention;

import com.tillhouse.core.erasure.EraseOldBuyerData;
import com.tillhouse.core.idempotency.ForgetOldKeys;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sweeps once in an hour. Several processes may sweep at once; a row is deleted or emptied once. */
final class RetentionJob implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration AFTER_START = Duration.ofMinutes(1);

    private final ForgetOldKeys keys;
    private final EraseOldBuyerData buyers;
    private @Nullable ScheduledExecutorService clockwork;

    RetentionJob(ForgetOldKeys keys, EraseOldBuyerData buyers) {
        this.keys = keys;
        this.buyers = buyers;
    }

    private void tick() {
        forgetKeys();
        eraseBuyers();
    }

    /** The outermost loop: a database that is away for a while must not end it. */
    private void eraseBuyers() {
        try {
            long erased = buyers.erase();
            if (erased > 0) {
                LOG.info("The buyer's data of {} checkout sessions was erased", erased);
            }
        } catch (RuntimeException e) {
            LOG.warn("Old buyer data could not be erased; tried again in {}", PAUSE, e);
        }
    }

    /** As {@link #eraseBuyers}. */
    private void forgetKeys() {
        try {
            long forgotten = keys.forget();
            if (forgotten > 0) {
                LOG.info("{} idempotency keys past their thirty days were forgotten", forgotten);
            }
        } catch (RuntimeException e) {
            LOG.warn("Old idempotency keys could not be forgotten; tried again in {}", PAUSE, e);
        }
    }

    @Override
    public synchronized void start() {
        if (clockwork == null) {
            clockwork = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("retention").factory());
            var unused = clockwork.scheduleWithFixedDelay(
                    this::tick, AFTER_START.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (clockwork != null) {
            clockwork.close();
            clockwork = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }
}
