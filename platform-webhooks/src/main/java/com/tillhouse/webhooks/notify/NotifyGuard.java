package com.tillhouse.webhooks.notify;

import com.tillhouse.core.shared.AcrossTenants;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many notifications are worked on at once. Whoever sends what is refused again and again from one address to one route gets a narrow lane
 * for that route and address: the good ones that come there too are still taken in, if later, because Antom sends again what is not acknowledged.
 * Nobody can close a route for Antom, which comes from elsewhere, and what is acknowledged never counts.
 */
@Component
class NotifyGuard {
    static final int AT_ONCE = 64;
    static final int NARROW = 4;
    static final int REFUSALS = 20;
    static final Duration FORGIVEN = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Semaphore wide = new Semaphore(AT_ONCE);
    private final Semaphore narrow = new Semaphore(NARROW);

    @AcrossTenants("a route that nobody has belongs to nobody; what is kept is a count of refusals")
    private final Map<Source, Refusals> refused = new LeastUsedFirst();

    NotifyGuard(InstantSource clock) {
        this.clock = clock;
    }

    /** Where something came from and what it was sent to. */
    record Source(String route, String address) {}

    private record Refusals(int count, Instant since) {}

    /** A place among those that are worked on; nothing when there is none at the moment. */
    @Nullable
    Place enter(Source source) {
        Semaphore lane = suspect(source) ? narrow : wide;
        return lane.tryAcquire() ? new Place(lane) : null;
    }

    /** What came from there was refused. */
    synchronized void refused(Source source) {
        Refusals before = current(source);
        refused.put(
                source,
                before == null ? new Refusals(1, clock.instant()) : new Refusals(before.count() + 1, before.since()));
    }

    private synchronized boolean suspect(Source source) {
        Refusals known = current(source);
        return known != null && known.count() >= REFUSALS;
    }

    private @Nullable Refusals current(Source source) {
        Refusals known = refused.get(source);
        if (known != null && clock.instant().isAfter(known.since().plus(FORGIVEN))) {
            refused.remove(source);
            return null;
        }
        return known;
    }

    /** Given back when it is closed. */
    static final class Place implements AutoCloseable {
        private final Semaphore lane;

        private Place(Semaphore lane) {
            this.lane = lane;
        }

        @Override
        public void close() {
            lane.release();
        }
    }

    private static final class LeastUsedFirst extends LinkedHashMap<Source, Refusals> {
        private static final long serialVersionUID = 1L;

        private LeastUsedFirst() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Refusals> eldest) {
            return size() > MOST;
        }
    }
}
