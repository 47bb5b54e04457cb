package com.tillhouse.sandbox.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work when the sandbox's clock says that it is due, each piece on its own virtual thread. A key stands for one
 * piece of work: planning it again moves it, and it never runs twice at once.
 */
public final class DueWork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);

    /** The clock may be moved from outside without a word; so nobody sleeps longer than this. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeSet<Planned> plan = new TreeSet<>();
    private final Map<String, Planned> byKey = new HashMap<>();
    private final Set<String> running = new HashSet<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread dispatcher;
    private long sequence;
    private boolean closed;

    public DueWork(InstantSource clock) {
        this.clock = clock;
        this.dispatcher = Thread.ofVirtual().name("sandbox-due-work").unstarted(this::dispatch);
    }

    public void start() {
        dispatcher.start();
    }

    /** Plans the work for this moment of the sandbox's clock; at once if the moment has passed. */
    public void plan(String key, Instant due, Runnable work) {
        locked(() -> {
            Planned planned = new Planned(due, sequence++, key, work);
            Planned before = byKey.put(key, planned);
            if (before != null) {
                plan.remove(before);
            }
            plan.add(planned);
            changed.signalAll();
        });
    }

    /** Waits until nothing is due and nothing runs; false if that takes longer than the real time allowed. */
    public boolean settle(Duration atMost) throws InterruptedException {
        return await(() -> running.isEmpty() && nextDue() == null, atMost);
    }

    /** Waits until this piece of work neither is due nor runs; false if that takes longer than the real time allowed. */
    public boolean settle(String key, Duration atMost) throws InterruptedException {
        return await(() -> !running.contains(key) && !isDue(byKey.get(key)), atMost);
    }

    private boolean await(BooleanSupplier quiet, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            changed.signalAll();
            while (!quiet.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean isDue(@Nullable Planned planned) {
        return planned != null && !planned.due.isAfter(clock.instant());
    }

    @Override
    public void close() {
        locked(() -> {
            closed = true;
            changed.signalAll();
        });
        workers.shutdownNow();
    }

    private void dispatch() {
        lock.lock();
        try {
            while (!closed) {
                Planned next = nextDue();
                if (next == null) {
                    changed.awaitNanos(untilNext());
                } else {
                    begin(next);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void begin(Planned next) {
        plan.remove(next);
        byKey.remove(next.key);
        running.add(next.key);
        workers.execute(() -> run(next));
    }

    private void run(Planned next) {
        try {
            next.work.run();
        } catch (RuntimeException e) {
            LOG.error("Work that was due failed: {}", next.key, e);
        } finally {
            locked(() -> {
                running.remove(next.key);
                changed.signalAll();
            });
        }
    }

    private @Nullable Planned nextDue() {
        Instant now = clock.instant();
        for (Planned planned : plan) {
            if (planned.due.isAfter(now)) {
                return null;
            }
            if (!running.contains(planned.key)) {
                return planned;
            }
        }
        return null;
    }

    private long untilNext() {
        long longest = LONGEST_WAIT.toNanos();
        if (plan.isEmpty()) {
            return longest;
        }
        Duration until = Duration.between(clock.instant(), plan.first().due);
        return until.compareTo(LONGEST_WAIT) >= 0
                ? longest
                : Math.max(TimeUnit.MILLISECONDS.toNanos(1), until.toNanos());
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    private record Planned(Instant due, long sequence, String key, Runnable work) implements Comparable<Planned> {

        @Override
        public int compareTo(Planned other) {
            int byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }
}
