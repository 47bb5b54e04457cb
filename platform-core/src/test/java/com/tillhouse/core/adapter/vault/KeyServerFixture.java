package com.tillhouse.core.adapter.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that keeps master keys as AWS KMS, Google Cloud KMS and HashiCorp Vault do it: checks the shape of each request, encrypts for real, and refuses what
 * was wrapped with other associated data.
 */
public final class KeyServerFixture implements AutoCloseable {
    public static final String ARN = "arn:aws:kms:eu-central-1:123456789012:key/0aa1bb2c-0000-4000-8000-000000000000";
    public static final String NAME = "projects/shop/locations/europe/keyRings/tillhouse/cryptoKeys/master";
    public static final String VAULT_TOKEN = "hvs.a-token";
    static final String ACCESS_KEY = "AKIDEXAMPLE";
    static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    public final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    public final List<String> problems = Collections.synchronizedList(new ArrayList<>());
    public final AtomicInteger failures = new AtomicInteger();
    /** How many requests are answered well before the failures begin. */
    public final AtomicInteger wellBefore = new AtomicInteger();

    final AtomicInteger logins = new AtomicInteger();
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpServer server;
    private final Aead key;

    public KeyServerFixture() throws IOException {
        try {
            AeadConfig.register();
            key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        try (exchange) {
            if (wellBefore.getAndUpdate(left -> Math.max(0, left - 1)) == 0
                    && failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                reply(exchange, 503, Map.of());
                return;
            }
            try {
                JsonNode asked = body.length == 0 ? json.createObjectNode() : json.readTree(body);
                reply(exchange, 200, said(exchange, path, asked, new String(body, StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                reply(exchange, 400, Map.of("__type", "InvalidCiphertextException", "message", "secret details"));
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
                reply(exchange, 403, Map.of("__type", "AccessDeniedException"));
            }
        }
    }

    private Map<String, ?> said(HttpExchange exchange, String path, JsonNode body, String text)
            throws GeneralSecurityException {
        if (path.equals("/token")) {
            require("Google".equals(exchange.getRequestHeaders().getFirst("Metadata-Flavor")), "metadata flavor");
            logins.incrementAndGet();
            return Map.of("access_token", "ya29.token", "expires_in", 3600, "token_type", "Bearer");
        }
        if (path.equals("/credentials")) {
            require("pod-token".equals(exchange.getRequestHeaders().getFirst("Authorization")), "container token");
            logins.incrementAndGet();
            return Map.of(
                    "AccessKeyId",
                    ACCESS_KEY,
                    "SecretAccessKey",
                    SECRET_KEY,
                    "Token",
                    "session",
                    "Expiration",
                    "2026-11-22T13:00:00Z");
        }
        if (path.startsWith("/v1/transit/")) {
            return transit(exchange, path, body);
        }
        return path.startsWith("/v1/" + NAME) ? google(exchange, path, body) : amazon(exchange, body, text);
    }

    private Map<String, ?> transit(HttpExchange exchange, String path, JsonNode body) throws GeneralSecurityException {
        require(VAULT_TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token")), "vault token");
        byte[] context = decoded(body, "associated_data");
        if (path.equals("/v1/transit/encrypt/tillhouse")) {
            String sealed = Base64.getEncoder().encodeToString(key.encrypt(decoded(body, "plaintext"), context));
            return Map.of("data", Map.of("ciphertext", "vault:v1:" + sealed));
        }
        require(path.equals("/v1/transit/decrypt/tillhouse"), "path");
        String sealed = body.path("ciphertext").asString();
        require(sealed.startsWith("vault:v1:"), "ciphertext of vault");
        byte[] bytes = Base64.getDecoder().decode(sealed.substring("vault:v1:".length()));
        return Map.of("data", Map.of("plaintext", Base64.getEncoder().encodeToString(key.decrypt(bytes, context))));
    }

    private Map<String, ?> google(HttpExchange exchange, String path, JsonNode body) throws GeneralSecurityException {
        require("Bearer ya29.token".equals(exchange.getRequestHeaders().getFirst("Authorization")), "bearer");
        byte[] context = decoded(body, "additionalAuthenticatedData");
        return path.endsWith(":encrypt")
                ? Map.of("ciphertext", base64(key.encrypt(decoded(body, "plaintext"), context)))
                : Map.of("plaintext", base64(key.decrypt(decoded(body, "ciphertext"), context)));
    }

    private Map<String, ?> amazon(HttpExchange exchange, JsonNode body, String text) throws GeneralSecurityException {
        String action = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        require(ARN.equals(body.path("KeyId").asString()), "key id");
        require(
                authorization != null
                        && authorization.matches(
                                "AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY
                                        + "/[0-9]{8}/eu-central-1/kms/aws4_request, SignedHeaders=[a-z;-]+, Signature=[0-9a-f]{64}"),
                "authorization");
        require(AwsCheck.genuine(exchange, text, SECRET_KEY), "signature");
        byte[] context =
                body.path("EncryptionContext").path("tillhouse").asString().getBytes(StandardCharsets.UTF_8);
        return "TrentService.Encrypt".equals(action)
                ? Map.of("CiphertextBlob", base64(key.encrypt(decoded(body, "Plaintext"), context)), "KeyId", ARN)
                : Map.of("Plaintext", base64(key.decrypt(decoded(body, "CiphertextBlob"), context)), "KeyId", ARN);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("wrong " + what);
        }
    }

    private static byte[] decoded(JsonNode body, String name) {
        return Base64.getDecoder().decode(body.path(name).asString());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void reply(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
