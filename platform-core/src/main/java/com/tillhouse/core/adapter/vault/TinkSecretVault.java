package com.tillhouse.core.adapter.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.TenantMemory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Envelope encryption: a keyset per tenant encrypts, the master key wraps keysets. The associated data names tenant and place, so a
 * ciphertext moved to another row or tenant does not open.
 */
public final class TinkSecretVault implements SecretVault {
    private static final int MOST = 10_000;

    private final Aead master;
    private final WrappedKeysetStore keysets;
    private final TenantMemory<Keyset, Aead> unwrapped = new TenantMemory<>(MOST);

    public TinkSecretVault(MasterKey master, WrappedKeysetStore keysets) {
        this.master = master.aead();
        this.keysets = keysets;
    }

    private record Keyset(TenantId tenant) implements TenantMemory.Key {}

    @Override
    public byte[] seal(TenantId tenant, String place, byte[] secret) {
        try {
            return keyOf(tenant).encrypt(secret, context(tenant + "/" + place));
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("can't seal " + place, e);
        }
    }

    @Override
    public byte[] open(TenantId tenant, String place, byte[] sealed) {
        try {
            return keyOf(tenant).decrypt(sealed, context(tenant + "/" + place));
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("can't open " + place + " of tenant " + tenant, e);
        }
    }

    @Override
    public byte[] sealForPlatform(String place, byte[] secret) {
        try {
            return master.encrypt(secret, context("platform/" + place));
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("can't seal " + place, e);
        }
    }

    @Override
    public byte[] openForPlatform(String place, byte[] sealed) {
        try {
            return master.decrypt(sealed, context("platform/" + place));
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("can't open " + place + " of the platform", e);
        }
    }

    private Aead keyOf(TenantId tenant) throws GeneralSecurityException {
        Aead known = unwrapped.find(new Keyset(tenant));
        if (known != null) {
            return known;
        }
        byte[] context = context("keyset/" + tenant);
        Optional<byte[]> stored = keysets.find(tenant);
        if (stored.isEmpty()) {
            // Not cached: if this unit of work rolls back, the keyset it added is gone.
            return unwrap(keysets.addIfAbsent(tenant, wrapNewKeyset(context)), context);
        }
        Aead key = unwrap(stored.get(), context);
        if (!keysets.addedInThisUnitOfWork(tenant)) {
            unwrapped.keep(new Keyset(tenant), key);
        }
        return key;
    }

    private Aead unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master, context, RegistryConfiguration.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private byte[] wrapNewKeyset(byte[] context) {
        try {
            KeysetHandle fresh =
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(fresh, master, context, RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("can't make a keyset", e);
        }
    }

    private static byte[] context(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
