package com.tillhouse.local.shop;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All that a merchant's backend needs to call Tillhouse: a token, kept until shortly before it ends, and one POST. */
final class TenantApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final int CREATED = 201;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final URI base;
    private final ShopMerchant merchant;
    private final InstantSource clock;
    private @Nullable Token token;

    TenantApi(URI base, ShopMerchant merchant, InstantSource clock) {
        this.base = base;
        this.merchant = merchant;
        this.clock = clock;
    }

    private record Token(String value, Instant until) {}

    /** A session that was opened: its id, and the page to send the buyer to, byte for byte. */
    record OpenedSession(String id, String url) {}

    /** Opens a session. The same key again gives the same session, so a lost answer can be asked for again. */
    OpenedSession openSession(String idempotencyKey, Map<String, Object> body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/v1/checkout/sessions"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        JsonNode session = send(request, CREATED);
        return new OpenedSession(
                session.path("id").asString(), session.path("url").asString());
    }

    private synchronized String token() throws IOException, InterruptedException {
        Instant now = clock.instant();
        if (token == null || now.isAfter(token.until())) {
            String credentials = formEncoded(merchant.clientId()) + ":" + formEncoded(merchant.clientSecret());
            HttpRequest request = HttpRequest.newBuilder(base.resolve("/oauth2/token"))
                    .timeout(Duration.ofSeconds(10))
                    .header(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                    .build();
            JsonNode answer = send(request, 200);
            token = new Token(
                    answer.path("access_token").asString(),
                    now.plusSeconds(answer.path("expires_in").asLong()).minus(EARLY));
        }
        return token.value();
    }

    private JsonNode send(HttpRequest request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new ApiRefusedException(response.statusCode(), response.body());
        }
        return JSON.readTree(response.body());
    }

    private static String formEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
