package com.tillhouse.core.adapter.vault;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A symmetric key in Google Cloud KMS (Google: cryptoKeys.encrypt and decrypt), with the login of the machine's own service account. Written as {@code
 * gcp-kms:projects/<p>/locations/<l>/keyRings/<r>/cryptoKeys/<k>}.
 */
final class GcpKmsKey implements WrappingKey {
    static final String SCHEME = "gcp-kms:";
    private static final String NAME = "projects/[^/]+/locations/[^/]+/keyRings/[^/]+/cryptoKeys/[^/]+";
    private static final Duration BEFORE_END = Duration.ofMinutes(1);

    private final KeyServerTransport transport;
    private final InstantSource clock;
    private final String id;
    private final URI key;
    private final URI tokens;
    private volatile @Nullable Token token;

    GcpKmsKey(KeyServerTransport transport, String id, VaultSettings.Gcp settings, InstantSource clock) {
        this.transport = transport;
        this.clock = clock;
        this.id = id;
        String name = id.substring(SCHEME.length());
        if (!name.matches(NAME)) {
            throw new IllegalStateException(
                    "write " + SCHEME + "projects/<p>/locations/<l>/keyRings/<r>/cryptoKeys/<k>, not " + id);
        }
        this.key = KeyServerTransport.checked(settings.endpoint() + "/v1/" + name);
        this.tokens = KeyServerTransport.checked(settings.tokenUri());
    }

    /** A login. Prints nothing of it. */
    private record Token(String value, Instant end) {
        @Override
        public String toString() {
            return "***";
        }
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
        return call(":encrypt", "plaintext", plaintext, context, "ciphertext");
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] context) throws GeneralSecurityException {
        return call(":decrypt", "ciphertext", ciphertext, context, "plaintext");
    }

    private byte[] call(String verb, String field, byte[] bytes, byte[] context, String wanted)
            throws GeneralSecurityException {
        String body = transport.write(Map.of(field, base64(bytes), "additionalAuthenticatedData", base64(context)));
        Map<String, String> headers = Map.of("Authorization", "Bearer " + login(), "Content-Type", "application/json");
        return WrappedBytes.decoded(
                KeyServerTransport.text(transport.post(URI.create(key + verb), headers, body), wanted));
    }

    private String login() throws GeneralSecurityException {
        Token known = token;
        if (known != null && clock.instant().isBefore(known.end.minus(BEFORE_END))) {
            return known.value;
        }
        JsonNode answer = transport.get(tokens, Map.of("Metadata-Flavor", "Google"));
        String value = KeyServerTransport.text(answer, "access_token");
        long seconds = answer.path("expires_in").asLong(0);
        token = new Token(value, clock.instant().plusSeconds(seconds));
        return value;
    }

    private static String base64(byte[] bytes) {
        return new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII);
    }
}
