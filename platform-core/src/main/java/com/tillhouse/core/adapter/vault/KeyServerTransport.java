package com.tillhouse.core.adapter.vault;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the servers that keep master keys, at addresses that the operator configured. Over TLS, or in clear to this machine alone; follows nothing, takes at
 * most 64 KiB, and ends after five seconds. No answer's body ever gets into a message.
 */
final class KeyServerTransport {
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final int MOST = 64 * 1024;
    private static final int OK = 200;
    /** Where a container or a machine at AWS and Google asks for its own login; reached in clear by design. */
    private static final Set<String> CLEAR =
            Set.of("localhost", "127.0.0.1", "169.254.170.2", "169.254.170.23", "metadata.google.internal");

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /** @throws IllegalStateException when it is an address that secrets can't be sent to */
    static URI checked(String url) {
        URI uri = URI.create(url);
        boolean safe = "https".equals(uri.getScheme())
                || "http".equals(uri.getScheme()) && uri.getHost() != null && CLEAR.contains(uri.getHost());
        if (!safe || uri.getUserInfo() != null) {
            throw new IllegalStateException("a master key's server must be reached by https: " + url);
        }
        return uri;
    }

    JsonNode post(URI target, Map<String, String> headers, String body) throws GeneralSecurityException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target).POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        headers.forEach(request::setHeader);
        return answer(target, request.build());
    }

    JsonNode get(URI target, Map<String, String> headers) throws GeneralSecurityException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target).GET();
        headers.forEach(request::setHeader);
        return answer(target, request.build());
    }

    String write(Map<String, ?> body) {
        return json.writeValueAsString(body);
    }

    /** A text that the answer must have. */
    static String text(JsonNode answer, String... path) throws GeneralSecurityException {
        JsonNode at = answer;
        for (String name : path) {
            at = at.path(name);
        }
        if (!at.isString()) {
            throw new GeneralSecurityException("the key server's answer has no " + String.join(".", path));
        }
        return at.stringValue();
    }

    private JsonNode answer(URI target, HttpRequest request) throws GeneralSecurityException {
        HttpResponse<byte[]> response = await(target, request);
        try {
            byte[] bytes = response.body();
            if (response.statusCode() != OK) {
                throw new GeneralSecurityException("the key server " + target.getHost() + " refused with HTTP "
                        + response.statusCode() + reason(bytes));
            }
            return json.readTree(bytes);
        } catch (JacksonException e) {
            throw new GeneralSecurityException("the key server " + target.getHost() + " gave no readable answer");
        }
    }

    /** The name of an AWS error says what to do; nothing else of the body is repeated. */
    private String reason(byte[] body) {
        try {
            String type = textOrNull(json.readTree(body).path("__type"));
            return type != null && type.matches("[A-Za-z0-9.#]{1,80}") ? " " + type : "";
        } catch (JacksonException e) {
            return "";
        }
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    private HttpResponse<byte[]> await(URI target, HttpRequest request) throws GeneralSecurityException {
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST));
        try {
            return exchange.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new GeneralSecurityException("the key server " + target.getHost() + " did not answer in time");
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new GeneralSecurityException("the wait for the key server was interrupted");
        } catch (ExecutionException e) {
            throw new GeneralSecurityException("the key server " + target.getHost() + " can't be reached");
        }
    }
}
