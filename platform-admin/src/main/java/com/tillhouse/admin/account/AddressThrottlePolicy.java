package com.tillhouse.admin.account;

import com.vaadin.flow.server.VaadinRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets one IP address try the pages that need no sign-in so many times in a quarter of an hour. Kept in memory, of bounded size. */
@Component
final class AddressThrottlePolicy {
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int MOST = 40;
    private static final int MOST_KEYS = 20_000;

    private final InstantSource clock;
    private final Map<String, Count> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_KEYS;
        }
    };

    AddressThrottlePolicy(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts a try of the request at hand; false when it must be refused unseen. */
    boolean admit() {
        VaadinRequest request = VaadinRequest.getCurrent();
        return admit(request == null ? "" : String.valueOf(request.getRemoteAddr()));
    }

    synchronized boolean admit(String address) {
        Instant now = clock.instant();
        Count before = counts.remove(address);
        Count after = before != null && now.isBefore(before.since().plus(WINDOW))
                ? new Count(before.since(), before.number() + 1)
                : new Count(now, 1);
        counts.put(address, after);
        return after.number() <= MOST;
    }

    private record Count(Instant since, int number) {}
}
