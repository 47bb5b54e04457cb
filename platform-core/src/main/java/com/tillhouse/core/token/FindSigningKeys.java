package com.tillhouse.core.token;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign and verify access tokens; makes the first one when there is none, and the next one when the newest is 90 days old. Looks again every minute, so
 * that rotation reaches every process.
 */
public final class FindSigningKeys {
    private final SigningKeyVault vault;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Seen> seen = new AtomicReference<>();
    private final AtomicBoolean looking = new AtomicBoolean();

    public FindSigningKeys(SigningKeyVault vault, InstantSource clock) {
        this.vault = vault;
        this.clock = clock;
    }

    private record Seen(List<SigningKey> keys, Instant at) {}

    /** All keys that may have signed a token that is still good, or will sign soon, oldest first; at least one. */
    public List<SigningKey> all() {
        Instant now = clock.instant();
        Seen last = seen.get();
        if (last == null) {
            return lookedAt(now);
        }
        boolean fresh = now.isBefore(last.at().plus(SigningKeyOverlap.LOOK_AGAIN));
        // one looks and the others go on with what they know: else every request of that moment would want the database
        if (fresh || !looking.compareAndSet(false, true)) {
            return last.keys();
        }
        try {
            return lookedAt(now);
        } finally {
            looking.set(false);
        }
    }

    private List<SigningKey> lookedAt(Instant now) {
        List<SigningKey> keys = look(now);
        seen.set(new Seen(keys, now));
        return keys;
    }

    private List<SigningKey> look(Instant now) {
        List<SigningKey> keys = vault.live(now);
        if (keys.isEmpty()) {
            vault.addFirst(SigningKey.create(now));
            return vault.live(now);
        }
        Instant tooOld = now.minus(SigningKeyOverlap.LIFE);
        if (keys.getLast().createdAt().isAfter(tooOld)) {
            return keys;
        }
        vault.rotate(SigningKey.create(now), tooOld, now.plus(SigningKeyOverlap.OLD_STAYS));
        return vault.live(now);
    }

    /** The key that signs now: the newest that every process knows, or else the oldest. */
    public SigningKey signing() {
        Instant settled = clock.instant().minus(SigningKeyOverlap.PUBLISHED_BEFORE_SIGNING);
        List<SigningKey> keys = all();
        return keys.stream()
                .filter(key -> !key.createdAt().isAfter(settled))
                .max(Comparator.comparing(SigningKey::createdAt))
                .orElse(keys.getFirst());
    }
}
