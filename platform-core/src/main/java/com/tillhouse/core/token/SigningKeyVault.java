package com.tillhouse.core.token;

import java.time.Instant;
import java.util.List;

/** Where the platform's token signing keys lie, encrypted. They belong to no tenant. Opens its own transactions. */
public interface SigningKeyVault {

    /** Keys that are not retired at this moment, oldest first. */
    List<SigningKey> live(Instant now);

    /**
     * Keeps the key if there is none yet. Of several processes that start at once exactly one succeeds; the others see its key by {@link #live} as soon as this
     * returns.
     */
    void addFirst(SigningKey key);

    /**
     * Keeps the key, and lets all others retire at {@code othersRetireAt} unless they do sooner; but only when the newest was made at or before {@code newestBy}.
     * Of several processes that rotate at once exactly one succeeds.
     *
     * @return whether the key was kept
     */
    boolean rotate(SigningKey key, Instant newestBy, Instant othersRetireAt);
}
