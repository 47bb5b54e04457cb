package com.tillhouse.core.token;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Puts a new key in the place of the one that signs access tokens. The new key is published first and signs some minutes later; the old one stays published until its
 * last token has ended. Every process follows by itself.
 */
public final class RotateSigningKey {
    private final SigningKeyVault vault;
    private final InstantSource clock;

    public RotateSigningKey(SigningKeyVault vault, InstantSource clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** Rotates with overlap, so that no token is refused; answers the new key. */
    public SigningKey rotate() {
        Instant now = clock.instant();
        return replace(now, now.plus(SigningKeyOverlap.OLD_STAYS));
    }

    /** For a key that somebody else may know: all others end now. Tokens they signed are refused within a minute, and clients must fetch new ones. */
    public SigningKey replaceAtOnce() {
        Instant now = clock.instant();
        return replace(now, now);
    }

    private SigningKey replace(Instant now, Instant othersRetireAt) {
        SigningKey key = SigningKey.create(now);
        if (!vault.rotate(key, Instant.MAX, othersRetireAt)) {
            throw new IllegalStateException("no key is newer than the end of time");
        }
        return key;
    }
}
