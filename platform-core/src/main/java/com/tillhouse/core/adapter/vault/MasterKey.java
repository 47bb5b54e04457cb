package com.tillhouse.core.adapter.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/** A master key in a file outside the database. Prints nothing. */
public final class MasterKey implements WrappingKey {
    private final Aead aead;
    private final String id;

    private MasterKey(Aead aead, String id) {
        this.aead = aead;
        this.id = id;
    }

    /** Reads the file; it must exist, because a fresh key could open nothing that was sealed before. */
    public static MasterKey read(Path file) {
        try {
            AeadConfig.register();
            KeysetHandle handle = TinkProtoKeysetFormat.parseKeyset(
                    Files.readAllBytes(file), InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
            return new MasterKey(
                    handle.getPrimitive(RegistryConfiguration.get(), Aead.class),
                    "file:" + Integer.toHexString(handle.getPrimary().getId()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "can't read the master key file " + file + "; see tillhouse.vault.master-key-file", e);
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException(file + " does not hold a master key; see tillhouse.vault.master-key-file", e);
        }
    }

    /** Writes a fresh key to a new file that only its owner can read. */
    public static void create(Path file) {
        try {
            AeadConfig.register();
            KeysetHandle fresh =
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(
                    file,
                    TinkProtoKeysetFormat.serializeKeyset(
                            fresh, InsecureSecretKeyAccess.get(), RegistryConfiguration.get()),
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the master key file " + file, e);
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("can't make a master key", e);
        }
    }

    /** Names the key and not the file, which may be moved. */
    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean remote() {
        return false;
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] context) throws GeneralSecurityException {
        return aead.encrypt(plaintext, context);
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] context) throws GeneralSecurityException {
        return aead.decrypt(ciphertext, context);
    }

    @Override
    public String toString() {
        return "***";
    }
}
