package com.tillhouse.local.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopIT {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqr";
    private static final String OTHER_SECRET = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final HttpClient http = HttpClient.newHttpClient();
    private final TenantApiFixture api = new TenantApiFixture();

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void start() throws Exception {
        shop = newShop();
    }

    @AfterEach
    void stop() {
        shop.close();
        api.close();
        http.close();
    }

    @Test
    void showsEachProductWithAButton() throws Exception {
        for (Storefront front : Storefront.demo()) {
            HttpResponse<String> page = get("/shop/" + front.slug());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains(front.product().name(), front.product().price(), "data-testid=\"buy\"");
        }
        assertThat(get("/").body()).contains("/shop/mikas-coffee", "/shop/fernweh-travel");
        assertThat(get("/shop/nobody").statusCode()).isEqualTo(404);
        assertThat(get("/assets/../ShopPages.class").statusCode()).isEqualTo(404);
    }

    @Test
    void sendsTheBuyerToThePageByteForByte() throws Exception {
        HttpResponse<String> answer = buy("mikas-coffee");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location")).contains(TenantApiFixture.PAGE);
    }

    @Test
    void keepsTheTokenAndUsesANewKeyForEachOrder() throws Exception {
        buy("mikas-coffee");
        buy("mikas-coffee");

        assertThat(api.tokensGiven()).isEqualTo(1);
        assertThat(api.keys()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void sendsLegsForTravelOnly() throws Exception {
        buy("fernweh-travel");
        buy("mikas-coffee");

        assertThat(api.sessions()
                        .getFirst()
                        .path("transit")
                        .path("legs")
                        .path(0)
                        .path("carrier_no")
                        .asString())
                .isEqualTo("FW204");
        assertThat(api.sessions().getLast().has("transit")).isFalse();
    }

    @Test
    void believesASignedWebhook() throws Exception {
        String order = order();

        assertThat(tell("payment.succeeded", SECRET)).isEqualTo(204);

        assertThat(get("/shop/mikas-coffee/orders/" + order + "/status").body()).contains("\"paid\"", "\"evt_1\"");
        assertThat(get("/shop/mikas-coffee/orders/" + order).body()).contains("data-status=\"paid\"", order);
    }

    @Test
    void refusesAWebhookSignedWithAnotherSecret() throws Exception {
        String order = order();

        assertThat(tell("payment.succeeded", OTHER_SECRET)).isEqualTo(401);

        assertThat(get("/shop/mikas-coffee/orders/" + order).body())
                .contains("data-status=\"waiting\"", "http-equiv=\"refresh\"");
    }

    @Test
    void keepsAPaymentWhenALateExpiryComes() throws Exception {
        String order = order();

        tell("payment.succeeded", SECRET);
        tell("payment.expired", SECRET);

        assertThat(get("/shop/mikas-coffee/orders/" + order).body()).contains("data-status=\"paid\"");
    }

    @Test
    void remembersOrdersOverARestart() throws Exception {
        String order = order();
        tell("payment.failed", SECRET);
        shop.close();

        shop = newShop();

        assertThat(get("/shop/mikas-coffee/orders/" + order).body()).contains("data-status=\"declined\"");
    }

    @Test
    void saysSorryWhenNoSessionCanBeOpened() throws Exception {
        api.refuse();

        HttpResponse<String> answer = buy("mikas-coffee");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("Nothing was charged").doesNotContain("problem");
    }

    private Shop newShop() throws Exception {
        List<ShopMerchant> merchants = Storefront.demo().stream()
                .map(front -> new ShopMerchant(front, "client", "secret", SECRET))
                .toList();
        return Shop.start(
                new ShopSettings(0, api.base(), folder.resolve("orders.json"), Clock.systemUTC(), false, merchants));
    }

    private String order() throws Exception {
        buy("mikas-coffee");
        return api.sessions().getLast().path("order_reference").asString();
    }

    private int tell(String type, String secret) throws Exception {
        String body = """
                {"type":"%s","data":{"object":{"object":"payment","id":"pay_1","checkout_session":"%s"}}}""".formatted(type, api.lastSession());
        long now = Instant.now(Clock.systemUTC()).getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(address("/webhooks/mikas-coffee"))
                .header("webhook-id", "evt_1")
                .header("webhook-timestamp", String.valueOf(now))
                .header("webhook-signature", new Webhook(secret).sign("evt_1", now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpResponse<String> buy(String slug) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address("/shop/" + slug + "/orders"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + shop.port() + path);
    }
}
