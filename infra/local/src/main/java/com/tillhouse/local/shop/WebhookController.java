package com.tillhouse.local.shop;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes webhooks. The signature is checked over the raw body before anything in it is believed. */
final class WebhookController {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST_BODY = 64 * 1024;
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;

    private final Map<String, Webhook> signatures;
    private final OrderRepository orders;

    WebhookController(List<ShopMerchant> merchants, OrderRepository orders) {
        this.signatures =
                merchants.stream().collect(Collectors.toMap(ShopMerchant::slug, WebhookController::signature));
        this.orders = orders;
    }

    /** The status to answer with: 204 when it is genuine, also when it concerns no order of this shop. */
    int receive(ShopMerchant merchant, HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readNBytes(LARGEST_BODY), StandardCharsets.UTF_8);
        HttpHeaders headers = HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true);
        try {
            Objects.requireNonNull(signatures.get(merchant.slug())).verify(body, headers);
        } catch (WebhookVerificationException e) {
            LOG.warn("refused a webhook for {}: {}", merchant.slug(), e.getMessage());
            return UNAUTHORIZED;
        }
        apply(merchant.slug(), headers.firstValue("webhook-id").orElseThrow(), JSON.readTree(body));
        return NO_CONTENT;
    }

    private void apply(String slug, String webhookId, JsonNode event) {
        String type = event.path("type").asString();
        JsonNode object = event.path("data").path("object");
        boolean ofSession = object.path("object").asString().equals("checkout_session");
        String session = object.path(ofSession ? "id" : "checkout_session").asString();
        OrderStatus.ofEvent(type).ifPresent(news -> orders.change(slug, session, order -> order.told(news, webhookId)));
        LOG.info("{} for session {} of {}", type, session, slug);
    }

    private static Webhook signature(ShopMerchant merchant) {
        try {
            return new Webhook(merchant.webhookSecret());
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalArgumentException("no webhook secret for " + merchant.slug(), e);
        }
    }
}
