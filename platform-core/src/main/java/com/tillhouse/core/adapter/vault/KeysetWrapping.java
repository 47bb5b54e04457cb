package com.tillhouse.core.adapter.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.tillhouse.core.keyset.domain.WrappedKeyset;
import com.tillhouse.core.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Makes keysets, wraps them by the newest master key and unwraps them by the one that they name. The associated data says whose a keyset is. */
final class KeysetWrapping {
    static final String PLATFORM = "platform";

    private final MasterKeys masters;

    KeysetWrapping(MasterKeys masters) {
        this.masters = masters;
    }

    /** A keyset in both forms. */
    record Opened(WrappedKeyset wrapped, Aead aead) {}

    static String ownerOf(TenantId tenant) {
        return tenant.toString();
    }

    Opened fresh(String owner) throws GeneralSecurityException {
        KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
        return new Opened(wrapped(keys, owner, 1), aead(keys));
    }

    Aead open(WrappedKeyset wrapped, String owner) throws GeneralSecurityException {
        return aead(unwrapped(wrapped, owner));
    }

    WrappedKeyset rewrapped(WrappedKeyset current, String owner) throws GeneralSecurityException {
        return wrapped(unwrapped(current, owner), owner, current.generation());
    }

    /** A fresh key first, and of those before it only the one that was first until now. */
    WrappedKeyset rotated(WrappedKeyset current, String owner) throws GeneralSecurityException {
        KeysetHandle before = unwrapped(current, owner);
        KeysetHandle next = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(before.getPrimary().getKey())
                        .withFixedId(before.getPrimary().getId()))
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        return wrapped(next, owner, current.generation() + 1);
    }

    private KeysetHandle unwrapped(WrappedKeyset wrapped, String owner) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(
                wrapped.bytes(), masters.named(wrapped.masterKey()), context(owner), RegistryConfiguration.get());
    }

    private WrappedKeyset wrapped(KeysetHandle keys, String owner, int generation) throws GeneralSecurityException {
        byte[] bytes = TinkProtoKeysetFormat.serializeEncryptedKeyset(
                keys, masters.newest(), context(owner), RegistryConfiguration.get());
        return new WrappedKeyset(bytes, masters.newest().id(), generation);
    }

    private static Aead aead(KeysetHandle keys) throws GeneralSecurityException {
        return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] context(String owner) {
        return ("keyset/" + owner).getBytes(StandardCharsets.UTF_8);
    }
}
