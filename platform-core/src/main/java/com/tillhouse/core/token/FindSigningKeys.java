package com.tillhouse.core.token;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The keys that sign and verify access tokens; makes the first one when there is none. Looks again every minute, so that rotation reaches every process. */
public final class FindSigningKeys {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    /** A new key signs only when every process has had time to learn of it. */
    private static final Duration KNOWN_TO_ALL = Duration.ofMinutes(5);

    private final SigningKeyVault vault;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Seen> seen = new AtomicReference<>();

    public FindSigningKeys(SigningKeyVault vault, InstantSource clock) {
        this.vault = vault;
        this.clock = clock;
    }

    private record Seen(List<SigningKey> keys, Instant at) {}

    /** All keys that may have signed a token that is still good, oldest first; at least one. */
    public List<SigningKey> all() {
        Instant now = clock.instant();
        Seen last = seen.get();
        if (last != null && now.isBefore(last.at().plus(REMEMBERED))) {
            return last.keys();
        }
        List<SigningKey> keys = vault.unretired();
        if (keys.isEmpty()) {
            vault.addFirst(SigningKey.create(now));
            keys = vault.unretired();
        }
        seen.set(new Seen(keys, now));
        return keys;
    }

    /** The key that signs now: the newest that every process knows, or else the oldest. */
    public SigningKey signing() {
        Instant settled = clock.instant().minus(KNOWN_TO_ALL);
        List<SigningKey> keys = all();
        return keys.stream()
                .filter(key -> key.createdAt().isBefore(settled))
                .max(Comparator.comparing(SigningKey::createdAt))
                .orElse(keys.getFirst());
    }
}
