package com.tillhouse.core.adapter.vault;

import com.google.crypto.tink.Aead;
import com.tillhouse.core.adapter.vault.KeysetWrapping.Opened;
import com.tillhouse.core.keyset.domain.WrappedKeyset;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.TenantMemory;
import com.tillhouse.core.shared.UnitOfWork;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keysets of tenants, opened and remembered for five minutes. Where a master key stands on a server, it is asked before a unit of work begins and not in it
 * ({@link #warm}); if it does not answer, what is remembered serves for up to an hour.
 */
final class TenantKeysets {
    private static final int MOST = 10_000;
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final KeysetWrapping wrapping;
    private final WrappedKeysetStore store;
    private final InstantSource clock;
    private final TenantMemory<Keyset, Remembered> opened = new TenantMemory<>(MOST);
    private final TenantMemory<Keyset, Opened> spares = new TenantMemory<>(MOST);

    TenantKeysets(KeysetWrapping wrapping, WrappedKeysetStore store, InstantSource clock) {
        this.wrapping = wrapping;
        this.store = store;
        this.clock = clock;
    }

    private record Keyset(TenantId tenant) implements TenantMemory.Key {}

    private record Remembered(WrappedKeyset wrapped, Aead aead, Instant since, Instant lookAgainAt) {}

    /** What seals and opens for the tenant. Inside its unit of work. */
    Aead of(TenantId tenant, boolean mayBeOld) throws GeneralSecurityException {
        Remembered known = opened.find(new Keyset(tenant));
        return known != null && (mayBeOld || clock.instant().isBefore(known.lookAgainAt)) ? known.aead : load(tenant);
    }

    /** After something did not open: what the keyset is now, if it is another than the one that is remembered. */
    Optional<Aead> ifChanged(TenantId tenant) throws GeneralSecurityException {
        Remembered known = opened.find(new Keyset(tenant));
        Optional<WrappedKeyset> now = store.find(tenant);
        boolean changed = known != null && now.isPresent() && now.get().generation() != known.wrapped.generation();
        return changed ? Optional.of(load(tenant)) : Optional.empty();
    }

    private Aead load(TenantId tenant) throws GeneralSecurityException {
        Optional<WrappedKeyset> stored = store.find(tenant);
        WrappedKeyset held = stored.isPresent()
                ? stored.get()
                : store.addIfAbsent(tenant, spare(tenant).wrapped());
        Aead aead = opened(tenant, held);
        // Not remembered yet if this unit of work may still roll back what it wrote.
        if (!store.addedInThisUnitOfWork(tenant)) {
            remember(tenant, held, aead);
        }
        return aead;
    }

    private Opened spare(TenantId tenant) throws GeneralSecurityException {
        Keyset key = new Keyset(tenant);
        Opened known = spares.find(key);
        return known != null ? known : spares.keep(key, wrapping.fresh(KeysetWrapping.ownerOf(tenant)));
    }

    private Aead opened(TenantId tenant, WrappedKeyset stored) throws GeneralSecurityException {
        Opened spare = spares.find(new Keyset(tenant));
        return spare != null && Arrays.equals(spare.wrapped().bytes(), stored.bytes())
                ? spare.aead()
                : wrapping.open(stored, KeysetWrapping.ownerOf(tenant));
    }

    private void remember(TenantId tenant, WrappedKeyset wrapped, Aead aead) {
        Instant now = clock.instant();
        opened.replace(new Keyset(tenant), new Remembered(wrapped, aead, now, now.plus(FRESH)));
    }

    /** Opens the keyset before the tenant's unit of work begins, or makes a spare one for a tenant that has none. */
    void warm(TenantId tenant, UnitOfWork unitOfWork) throws GeneralSecurityException {
        Remembered known = opened.find(new Keyset(tenant));
        if (known != null && clock.instant().isBefore(known.lookAgainAt)) {
            return;
        }
        Optional<WrappedKeyset> stored = unitOfWork.inTenant(tenant, () -> store.find(tenant));
        if (stored.isEmpty()) {
            var unused = spare(tenant);
            return;
        }
        try {
            remember(tenant, stored.get(), opened(tenant, stored.get()));
        } catch (GeneralSecurityException e) {
            stretch(tenant, known, e);
        }
    }

    private void stretch(TenantId tenant, @Nullable Remembered known, GeneralSecurityException cause)
            throws GeneralSecurityException {
        Instant now = clock.instant();
        if (known == null || !now.isBefore(known.since.plus(LONGEST))) {
            throw cause;
        }
        opened.replace(new Keyset(tenant), new Remembered(known.wrapped, known.aead, known.since, now.plus(RETRY)));
    }
}
