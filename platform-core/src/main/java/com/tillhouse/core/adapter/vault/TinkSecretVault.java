package com.tillhouse.core.adapter.vault;

import com.google.crypto.tink.Aead;
import com.tillhouse.core.keyset.domain.KeysetNotOpenedException;
import com.tillhouse.core.keyset.domain.WrappedKeyset;
import com.tillhouse.core.keyset.port.KeysetVault;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Envelope encryption: a keyset per tenant encrypts, a master key wraps keysets. The associated data names tenant and place, so a
 * ciphertext moved to another row or tenant does not open.
 */
public final class TinkSecretVault implements SecretVault, KeysetVault {
    private final MasterKeys masters;
    private final KeysetWrapping wrapping;
    private final WrappedKeysetStore store;
    private final TenantKeysets tenants;
    private final PlatformKeyset platform;
    private final InstantSource clock;

    public TinkSecretVault(MasterKeys masters, WrappedKeysetStore store, InstantSource clock) {
        this.masters = masters;
        this.clock = clock;
        this.wrapping = new KeysetWrapping(masters);
        this.store = store;
        this.tenants = new TenantKeysets(wrapping, store, clock);
        this.platform = new PlatformKeyset(wrapping, store);
    }

    @Override
    public byte[] seal(TenantId tenant, String place, byte[] secret) {
        try {
            return tenants.of(tenant, masters.remote()).encrypt(secret, context(tenant + "/" + place));
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("can't seal " + place, e);
        }
    }

    @Override
    public byte[] open(TenantId tenant, String place, byte[] sealed) {
        byte[] context = context(tenant + "/" + place);
        try {
            Aead keys = tenants.of(tenant, masters.remote());
            try {
                return keys.decrypt(sealed, context);
            } catch (GeneralSecurityException first) {
                Optional<Aead> now = tenants.ifChanged(tenant);
                if (now.isEmpty()) {
                    throw first;
                }
                return now.get().decrypt(sealed, context);
            }
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("can't open " + place + " of tenant " + tenant, e);
        }
    }

    @Override
    public byte[] sealForPlatform(String place, byte[] secret) {
        try {
            return platform.aead().encrypt(secret, context("platform/" + place));
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("can't seal " + place, e);
        }
    }

    @Override
    public byte[] openForPlatform(String place, byte[] sealed) {
        byte[] context = context("platform/" + place);
        try {
            Aead keys = platform.aead();
            try {
                return keys.decrypt(sealed, context);
            } catch (GeneralSecurityException first) {
                // from before the platform had a keyset of its own
                return masters.inFiles().decrypt(sealed, context);
            }
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("can't open " + place + " of the platform", e);
        }
    }

    /** The same units of work; where a master key stands on a server, it is asked before one begins. */
    public UnitOfWork warming(UnitOfWork unitOfWork) {
        return masters.remote() ? new WarmVaultUnitOfWork(unitOfWork, this::warm) : unitOfWork;
    }

    private void warm(TenantId tenant, UnitOfWork unitOfWork) {
        try {
            var unused = platform.aead();
            tenants.warm(tenant, unitOfWork);
        } catch (GeneralSecurityException e) {
            throw notOpened(tenant, e);
        }
    }

    @Override
    public String newestMasterKey() {
        return masters.newest().id();
    }

    @Override
    public Optional<WrappedKeyset> find(TenantId tenant) {
        return store.find(tenant);
    }

    @Override
    public WrappedKeyset rewrapped(TenantId tenant, WrappedKeyset current) {
        try {
            return wrapping.rewrapped(current, KeysetWrapping.ownerOf(tenant));
        } catch (GeneralSecurityException e) {
            throw notOpened(tenant, e);
        }
    }

    @Override
    public WrappedKeyset rotated(TenantId tenant, WrappedKeyset current) {
        try {
            return wrapping.rotated(current, KeysetWrapping.ownerOf(tenant), clock.instant());
        } catch (GeneralSecurityException e) {
            throw notOpened(tenant, e);
        }
    }

    @Override
    public boolean replace(TenantId tenant, WrappedKeyset read, WrappedKeyset next) {
        return store.replace(tenant, read, next);
    }

    @Override
    public boolean rewrapPlatform(boolean always) {
        try {
            return platform.rewrap(always, newestMasterKey());
        } catch (GeneralSecurityException e) {
            throw new KeysetNotOpenedException("can't rewrap the platform's keyset: " + e.getMessage(), e);
        }
    }

    private static KeysetNotOpenedException notOpened(TenantId tenant, GeneralSecurityException e) {
        return new KeysetNotOpenedException("can't open the keyset of tenant " + tenant + ": " + e.getMessage(), e);
    }

    private static byte[] context(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
