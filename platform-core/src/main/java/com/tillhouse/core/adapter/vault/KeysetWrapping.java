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
import java.time.Duration;
import java.time.Instant;

/** Makes keysets, wraps them by the newest master key and unwraps them by the one that they name. The associated data says whose a keyset is. */
final class KeysetWrapping {
    static final String PLATFORM = "platform";

    /** Longer than any process remembers a keyset. */
    private static final Duration SETTLED = Duration.ofHours(2);

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

    /**
     * A fresh key that seals from now on. Of those before it, the one that sealed until now is left, to open; all of them, if the keyset changed so lately that
     * some process may still seal with an older one.
     */
    WrappedKeyset rotated(WrappedKeyset current, String owner, Instant now) throws GeneralSecurityException {
        KeysetHandle before = unwrapped(current, owner);
        boolean lately =
                current.changedAt() != null && now.isBefore(current.changedAt().plus(SETTLED));
        KeysetHandle.Builder next = KeysetHandle.newBuilder();
        for (int i = 0; i < before.size(); i++) {
            KeysetHandle.Entry entry = before.getAt(i);
            if (lately || entry.isPrimary()) {
                next.addEntry(KeysetHandle.importKey(entry.getKey()).withFixedId(entry.getId()));
            }
        }
        next.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary());
        return wrapped(next.build(), owner, current.generation() + 1);
    }

    private KeysetHandle unwrapped(WrappedKeyset wrapped, String owner) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(
                wrapped.bytes(), masters.named(wrapped.masterKey()), context(owner), RegistryConfiguration.get());
    }

    private WrappedKeyset wrapped(KeysetHandle keys, String owner, int generation) throws GeneralSecurityException {
        byte[] bytes = TinkProtoKeysetFormat.serializeEncryptedKeyset(
                keys, masters.newest(), context(owner), RegistryConfiguration.get());
        return new WrappedKeyset(bytes, masters.newest().id(), generation, null);
    }

    private static Aead aead(KeysetHandle keys) throws GeneralSecurityException {
        return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] context(String owner) {
        return ("keyset/" + owner).getBytes(StandardCharsets.UTF_8);
    }
}
