package com.tillhouse.admin.access;

import com.tillhouse.core.signin.usecase.NoteFailedSignIns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Counts sign-ins that failed and has the tenants told, a while later and of all since the last time in one entry. So the answer to one that fails
 * tells nothing by how long it takes, and guessing does not fill anybody's audit trail. Of bounded size; what does not fit goes untold.
 */
@Component
final class FailedSignIns implements SmartLifecycle {
    static final Duration TOLD_EVERY = Duration.ofMinutes(15);
    static final int MOST = 5_000;
    private static final int LONGEST = 254;
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(FailedSignIns.class);

    private final NoteFailedSignIns notes;
    private final InstantSource clock;
    private final Map<String, Failure> counted = new HashMap<>();
    private @Nullable ScheduledExecutorService clockwork;

    FailedSignIns(NoteFailedSignIns notes, InstantSource clock) {
        this.notes = notes;
        this.clock = clock;
    }

    /** One more for this e-mail address, whoever's it is. */
    void count(String email, String address) {
        String key = email.strip().toLowerCase(Locale.ROOT);
        if (key.length() > LONGEST) {
            return;
        }
        Instant now = clock.instant();
        synchronized (counted) {
            Failure before = counted.get(key);
            if (before != null || counted.size() < MOST) {
                counted.put(key, before == null ? new Failure(1, now, address, null) : before.oneMore(now, address));
            }
        }
    }

    /** Has those told whose turn it is; answers how many e-mail addresses that were. */
    int tell() {
        List<Map.Entry<String, Failure>> due = due(clock.instant());
        due.forEach(one -> notes.note(
                one.getKey(),
                one.getValue().number(),
                one.getValue().first(),
                one.getValue().address()));
        return due.size();
    }

    private List<Map.Entry<String, Failure>> due(Instant now) {
        List<Map.Entry<String, Failure>> due = new ArrayList<>();
        synchronized (counted) {
            counted.entrySet().removeIf(one -> one.getValue().over(now));
            for (Map.Entry<String, Failure> one : counted.entrySet()) {
                if (one.getValue().due(now)) {
                    due.add(Map.entry(one.getKey(), one.getValue()));
                    one.setValue(one.getValue().told(now));
                }
            }
        }
        return due;
    }

    /** The outermost loop: a database that is away for a while must not end it. */
    private void tick() {
        try {
            tell();
        } catch (RuntimeException e) {
            LOG.warn("failed sign-ins could not be noted", e);
        }
    }

    @Override
    public synchronized void start() {
        if (clockwork == null) {
            clockwork = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("failed-sign-ins").factory());
            var unused = clockwork.scheduleWithFixedDelay(
                    this::tick, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (clockwork != null) {
            clockwork.close();
            clockwork = null;
            tick();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }

    /** So many since the first that nobody was told of. */
    private record Failure(
            int number,
            Instant first,
            String address,
            @Nullable Instant toldAt) {

        Failure oneMore(Instant now, String from) {
            return new Failure(number + 1, number == 0 ? now : first, from, toldAt);
        }

        Failure told(Instant now) {
            return new Failure(0, now, address, now);
        }

        boolean due(Instant now) {
            return number > 0 && (toldAt == null || !now.isBefore(toldAt.plus(TOLD_EVERY)));
        }

        boolean over(Instant now) {
            return number == 0 && toldAt != null && !now.isBefore(toldAt.plus(TOLD_EVERY));
        }
    }
}
