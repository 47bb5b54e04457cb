package com.tillhouse.local.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.shared.TenantId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** A merchant's backend: the same client whichever process it happens to reach. */
final class MerchantFixture {
    private final TenantId tenant;
    private final String antomClientId;
    private final String clientId;
    private final String secret;
    private volatile String token = "";

    MerchantFixture(TenantId tenant, String antomClientId, String clientId, String secret) {
        this.tenant = tenant;
        this.antomClientId = antomClientId;
        this.clientId = clientId;
        this.secret = secret;
    }

    /** One request as it is sent, and sent again: the same key, the same body. */
    record Order(String path, String key, String body) {
        static Order open(String expiresAt) {
            return new Order(
                    "/v1/checkout/sessions", UUID.randomUUID().toString(), """
                    {"order_reference":"ORDER-%s","amount":{"currency":"SGD","value":10000},"description":"A hundred dollars",
                     "redirect_url":"https://shop.example/return","expires_at":"%s",
                     "goods":[{"reference":"G-1","name":"Ticket","quantity":1,"unit_amount":{"currency":"SGD","value":10000}}]}""".formatted(UUID.randomUUID(), expiresAt));
        }

        static Order refund(String payment, long dollars) {
            return new Order(
                    "/v1/payments/" + payment + "/refunds",
                    UUID.randomUUID().toString(),
                    "{\"amount\":{\"currency\":\"SGD\",\"value\":%d00}}".formatted(dollars));
        }

        static Order cancel(String payment) {
            return new Order(
                    "/v1/payments/" + payment + "/cancel", UUID.randomUUID().toString(), "");
        }

        static Order ofSession(String session, String action) {
            return new Order(
                    "/v1/checkout/sessions/" + session + "/" + action,
                    UUID.randomUUID().toString(),
                    "");
        }

        /** The same key for something else. */
        Order withBody(String other) {
            return new Order(path, key, other);
        }
    }

    Answer post(ProcessFixture process, Order order) {
        return HttpFixture.send(request(process, order));
    }

    /** As {@link #post}, told about every place it comes by. */
    Answer walk(ProcessFixture process, Order order, String name) {
        return HttpFixture.send(request(process, order).header("Walk-Name", name));
    }

    /** As {@link #walk}, but it stands still at the place and is never answered. */
    Answer walkUntil(ProcessFixture process, Order order, String name, String place) {
        return HttpFixture.send(
                request(process, order).header("Walk-Name", name).header("Walk-Stop", place));
    }

    private HttpRequest.Builder request(ProcessFixture process, Order order) {
        return HttpRequest.newBuilder(URI.create(process.api() + order.path()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", order.key())
                .POST(HttpRequest.BodyPublishers.ofString(order.body()));
    }

    Answer get(ProcessFixture process, String path) {
        return HttpFixture.send(
                HttpRequest.newBuilder(URI.create(process.api() + path)).header("Authorization", "Bearer " + token));
    }

    /** A token lives ten minutes. */
    void signIn(ProcessFixture process) {
        String basic = Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
        Answer answer = HttpFixture.send(HttpRequest.newBuilder(URI.create(process.api() + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        token = answer.at("/access_token");
    }

    String clientId() {
        return clientId;
    }

    String secret() {
        return secret;
    }

    /** As it was given last. */
    String token() {
        return token;
    }

    TenantId tenant() {
        return tenant;
    }

    /** Who it is at Antom. */
    String antomClientId() {
        return antomClientId;
    }
}
