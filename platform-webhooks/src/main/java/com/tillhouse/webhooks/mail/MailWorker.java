package com.tillhouse.webhooks.mail;

import com.tillhouse.core.mail.domain.MailClaim;
import com.tillhouse.core.mail.domain.MailOutcome;
import com.tillhouse.core.mail.usecase.SendMails;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Claims mails that are due and sends them side by side. Any number of processes may do this at once. While no mail server is named, mails wait. */
@Component
final class MailWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);
    private static final int AT_ONCE = 8;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration FORGETS_EVERY = Duration.ofHours(1);
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final SendMails mails;
    private volatile @Nullable ScheduledExecutorService clockwork;

    MailWorker(SendMails mails) {
        this.mails = mails;
    }

    /** Sends what is due now, as far as it goes at once, and waits for the outcome; answers how many mails that were. */
    int runOnce() {
        List<MailClaim> claimed = mails.claim(AT_ONCE);
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("mail-", 0).factory())) {
            claimed.forEach(claim -> threads.execute(() -> send(claim)));
        }
        return claimed.size();
    }

    /** The outermost end of one mail: whatever goes wrong, the lease ends and somebody tries again. */
    private void send(MailClaim claim) {
        try {
            mails.send(claim)
                    .ifPresentOrElse(
                            outcome -> tell(claim, outcome),
                            () -> LOG.warn("{} was taken over; the result is dropped", claim.id()));
        } catch (RuntimeException e) {
            LOG.error("{} is tried again when its lease ends", claim.id(), e);
        }
    }

    /** Never to whom or what. */
    private static void tell(MailClaim claim, MailOutcome outcome) {
        switch (outcome) {
            case MailOutcome.Sent(var at) -> LOG.info("{} was sent, try {}", claim.id(), claim.fence());
            case MailOutcome.Again(var next, String reason) ->
                LOG.warn("{} was not taken, try {}: {}; again at {}", claim.id(), claim.fence(), reason, next);
            case MailOutcome.GivenUp(var at, String reason) ->
                LOG.error("{} is given up after {} tries: {}", claim.id(), claim.fence(), reason);
        }
    }

    /** The outermost loop: a database that is away for a while must not end it. A full batch is followed by the next at once. */
    private void tick() {
        try {
            int sent = AT_ONCE;
            while (sent == AT_ONCE && isRunning()) {
                sent = runOnce();
            }
        } catch (RuntimeException e) {
            LOG.warn("mails could not be looked for; looking again in {}", PAUSE, e);
        }
    }

    private void forget() {
        try {
            int forgotten = mails.forget();
            if (forgotten > 0) {
                LOG.info("{} mails that ended a month ago were forgotten", forgotten);
            }
        } catch (RuntimeException e) {
            LOG.warn("old mails could not be forgotten; tried again in {}", FORGETS_EVERY, e);
        }
    }

    @Override
    public synchronized void start() {
        if (clockwork != null) {
            return;
        }
        clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("mail").factory());
        var _ = clockwork.scheduleWithFixedDelay(
                this::forget, PAUSE.toSeconds(), FORGETS_EVERY.toSeconds(), TimeUnit.SECONDS);
        if (mails.ready()) {
            var _ = clockwork.scheduleWithFixedDelay(
                    this::tick, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
        } else {
            LOG.warn("no mail server is named (tillhouse.mail.host): mails wait");
        }
    }

    /** Claims nothing more and waits for what is on its way. */
    @Override
    public void stop() {
        ScheduledExecutorService running = clockwork;
        if (running == null) {
            return;
        }
        clockwork = null;
        running.shutdown();
        try {
            if (!running.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("stopping with mails on their way; another process may send them again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return clockwork != null;
    }
}
