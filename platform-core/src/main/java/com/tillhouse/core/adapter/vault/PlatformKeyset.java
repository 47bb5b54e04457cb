package com.tillhouse.core.adapter.vault;

import com.google.crypto.tink.Aead;
import com.tillhouse.core.keyset.domain.WrappedKeyset;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The platform's own keyset, opened once. */
final class PlatformKeyset {
    private final KeysetWrapping wrapping;
    private final WrappedKeysetStore store;
    private volatile @Nullable Aead opened;

    PlatformKeyset(KeysetWrapping wrapping, WrappedKeysetStore store) {
        this.wrapping = wrapping;
        this.store = store;
    }

    Aead aead() throws GeneralSecurityException {
        Aead known = opened;
        return known != null ? known : load();
    }

    private synchronized Aead load() throws GeneralSecurityException {
        if (opened != null) {
            return opened;
        }
        Optional<WrappedKeyset> stored = store.ofPlatform();
        WrappedKeyset held = stored.isPresent()
                ? stored.get()
                : store.addIfAbsentForPlatform(
                        wrapping.fresh(KeysetWrapping.PLATFORM).wrapped());
        Aead aead = wrapping.open(held, KeysetWrapping.PLATFORM);
        opened = aead;
        return aead;
    }

    /** True when it was put under the newest master key now. */
    boolean rewrap(boolean always, String newest) throws GeneralSecurityException {
        aead();
        WrappedKeyset current = store.ofPlatform().orElseThrow();
        return (always || !newest.equals(current.masterKey()))
                && store.replaceForPlatform(current, wrapping.rewrapped(current, KeysetWrapping.PLATFORM));
    }
}
