package com.tillhouse.webhooks.retention;

import com.tillhouse.core.gatewaykey.usecase.RetireGatewayKeys;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Once a minute, ends the gateway keys that have overlapped long enough. Several processes may do so at once; a version ends once. */
final class KeyRetirementJob implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRetirementJob.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final RetireGatewayKeys keys;
    private @Nullable ScheduledExecutorService clockwork;

    KeyRetirementJob(RetireGatewayKeys keys) {
        this.keys = keys;
    }

    /** The outermost loop: a database that is away for a while must not end it. */
    private void tick() {
        try {
            int ended = keys.retireDue();
            if (ended > 0) {
                LOG.info("{} gateway keys that had overlapped long enough were ended", ended);
            }
        } catch (RuntimeException e) {
            LOG.warn("Gateway keys could not be ended; tried again in {}", PAUSE, e);
        }
    }

    @Override
    public synchronized void start() {
        if (clockwork == null) {
            clockwork = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("key-retirement").factory());
            var unused = clockwork.scheduleWithFixedDelay(
                    this::tick, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
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
