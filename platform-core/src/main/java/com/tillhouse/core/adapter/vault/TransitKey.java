package com.tillhouse.core.adapter.vault;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;

/**
 * A key in HashiCorp Vault's transit engine, which must be of a type that takes associated data, such as {@code aes256-gcm96} (Vault: transit,
 * encrypt and decrypt data). Written as {@code vault-transit:https://host:8200/<mount>/<key>}.
 */
final class TransitKey implements WrappingKey {
    static final String SCHEME = "vault-transit:";

    private final KeyServerTransport transport;
    private final String id;
    private final URI encrypt;
    private final URI decrypt;
    private final Path tokenFile;

    /** @param tokenFile holds the token; read at each call, because an agent renews it */
    TransitKey(KeyServerTransport transport, String id, Path tokenFile) {
        this.transport = transport;
        this.id = id;
        this.tokenFile = tokenFile;
        URI key = KeyServerTransport.checked(id.substring(SCHEME.length()));
        String path = key.getPath();
        int slash = path.lastIndexOf('/');
        if (slash < 1 || slash == path.length() - 1) {
            throw new IllegalStateException("write " + SCHEME + "https://host:8200/<mount>/<key>, not " + id);
        }
        String mount = path.substring(1, slash);
        String name = path.substring(slash + 1);
        this.encrypt = key.resolve("/v1/" + mount + "/encrypt/" + name);
        this.decrypt = key.resolve("/v1/" + mount + "/decrypt/" + name);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean remote() {
        return true;
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] context) throws GeneralSecurityException {
        String body = transport.write(Map.of("plaintext", base64(plaintext), "associated_data", base64(context)));
        String sealed = KeyServerTransport.text(transport.post(encrypt, headers(), body), "data", "ciphertext");
        return sealed.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] context) throws GeneralSecurityException {
        String body = transport.write(Map.of(
                "ciphertext", new String(ciphertext, StandardCharsets.US_ASCII), "associated_data", base64(context)));
        return WrappedBytes.decoded(
                KeyServerTransport.text(transport.post(decrypt, headers(), body), "data", "plaintext"));
    }

    private Map<String, String> headers() throws GeneralSecurityException {
        try {
            return Map.of(
                    "X-Vault-Token", Files.readString(tokenFile).strip(),
                    "X-Vault-Request", "true",
                    "Content-Type", "application/json");
        } catch (IOException e) {
            throw new GeneralSecurityException("can't read the file of Vault's token; see tillhouse.vault.token-file");
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
