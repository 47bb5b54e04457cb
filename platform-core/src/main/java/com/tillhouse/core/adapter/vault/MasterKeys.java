package com.tillhouse.core.adapter.vault;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All master keys that are configured: the newest wraps, each unwraps what it wrapped. */
public final class MasterKeys {
    private final List<WrappingKey> oldestFirst;

    private MasterKeys(List<WrappingKey> oldestFirst) {
        this.oldestFirst = List.copyOf(oldestFirst);
    }

    /** One key in a file. */
    public static MasterKeys of(MasterKey only) {
        return new MasterKeys(List.of(only));
    }

    static MasterKeys oldestFirst(List<WrappingKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalStateException(
                    "no master key is configured; see tillhouse.vault.master-keys and tillhouse.vault.master-key-file");
        }
        return new MasterKeys(keys);
    }

    WrappingKey newest() {
        return oldestFirst.getLast();
    }

    /** True when any of them asks a server. */
    boolean remote() {
        return oldestFirst.stream().anyMatch(WrappingKey::remote);
    }

    /** The key of this name; for what names none, whichever file fits. */
    Aead named(@Nullable String id) throws GeneralSecurityException {
        if (id == null) {
            return inFiles();
        }
        return oldestFirst.stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException(
                        "the master key " + id + " is not configured; see tillhouse.vault.master-keys"));
    }

    /** Opens what the key of one of the files sealed, from before things named their key. */
    Aead inFiles() {
        List<WrappingKey> files =
                oldestFirst.stream().filter(key -> !key.remote()).toList();
        return new Aead() {
            @Override
            public byte[] encrypt(byte[] plaintext, byte[] context) throws GeneralSecurityException {
                throw new GeneralSecurityException("nothing is sealed by an unnamed key any more");
            }

            @Override
            public byte[] decrypt(byte[] ciphertext, byte[] context) throws GeneralSecurityException {
                GeneralSecurityException last = new GeneralSecurityException("no master key file is configured");
                for (WrappingKey key : files) {
                    try {
                        return key.decrypt(ciphertext, context);
                    } catch (GeneralSecurityException e) {
                        last = e;
                    }
                }
                throw last;
            }
        };
    }

    @Override
    public String toString() {
        return "***";
    }
}
