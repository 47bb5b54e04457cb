package com.tillhouse.admin.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: attempts are counted before the password is looked at, per address and e-mail together, per e-mail from anywhere, and
 * per address for any e-mail. Unknown e-mails count like known ones. Kept in memory, of bounded size.
 */
@Component
final class SignInThrottlePolicy {
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int MOST_BY_PAIR = 5;
    static final int MOST_BY_ADDRESS = 30;
    static final int MOST_BY_EMAIL = 50;
    private static final int MOST_KEYS = 50_000;

    private final InstantSource clock;
    private final Map<String, Count> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_KEYS;
        }
    };

    SignInThrottlePolicy(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts an attempt; false when it must be refused unseen. */
    synchronized boolean admit(String email, String address) {
        Instant now = clock.instant();
        boolean pair = count(pair(email, address), now) <= MOST_BY_PAIR;
        boolean from = count(from(address), now) <= MOST_BY_ADDRESS;
        boolean whom = count(whom(email), now) <= MOST_BY_EMAIL;
        return pair && from && whom;
    }

    /** A sign-in that succeeded does not count, and clears what this e-mail failed from this address. */
    synchronized void succeeded(String email, String address) {
        counts.remove(pair(email, address));
        takeBack(from(address));
        takeBack(whom(email));
    }

    private int count(String key, Instant now) {
        Count before = counts.get(key);
        Count after = before != null && now.isBefore(before.since().plus(WINDOW))
                ? new Count(before.since(), before.number() + 1)
                : new Count(now, 1);
        counts.remove(key);
        counts.put(key, after);
        return after.number();
    }

    private void takeBack(String key) {
        counts.computeIfPresent(key, (k, count) -> new Count(count.since(), Math.max(0, count.number() - 1)));
    }

    private static String pair(String email, String address) {
        return "p " + address + " " + plain(email);
    }

    private static String from(String address) {
        return "a " + address;
    }

    private static String whom(String email) {
        return "e " + plain(email);
    }

    private static String plain(String email) {
        String small = email.strip().toLowerCase(Locale.ROOT);
        return small.substring(0, Math.min(small.length(), 254));
    }

    private record Count(Instant since, int number) {}
}
