package com.tillhouse.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tillhouse.local.PlatformFile;
import com.tillhouse.local.demo.DemoTenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nothing that was paid is lost, however the platform ends. */
class KillIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void deliversTheWebhookAfterKillMinusNine() throws Exception {
        PlatformFixture first = PlatformFixture.started("--hold-webhooks");
        PlatformFile file = first.file();
        DemoTenant tenant = file.tenants().getFirst();
        HttpResponse<String> bought =
                send(HttpRequest.newBuilder(URI.create(file.shop() + "/shop/" + tenant.slug() + "/orders"))
                        .POST(HttpRequest.BodyPublishers.noBody()));
        String page = bought.headers().firstValue("location").orElseThrow();
        JsonNode session = sessionWith(file, tenant, page);
        String payment = session.path("payments").path(0).path("id").asString();
        send(HttpRequest.newBuilder(URI.create(file.sandbox() + "/control/payments/" + payment + "/pay"))
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api(file, tenant, "/v1/payments/" + payment)
                        .path("status")
                        .asString()
                        .equals("succeeded"));

        first.kill();

        try (PlatformFixture second = PlatformFixture.started()) {
            assertThat(second.file()).isEqualTo(file);
            String order = session.path("order_reference").asString();
            URI status = URI.create(file.shop() + "/shop/" + tenant.slug() + "/orders/" + order + "/status");
            // a delivery that was under way is free again when its lease is over
            await().atMost(Duration.ofSeconds(100))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> send(HttpRequest.newBuilder(status)).body().contains("\"paid\""));
        }
    }

    private JsonNode sessionWith(PlatformFile file, DemoTenant tenant, String page) throws Exception {
        return api(file, tenant, "/v1/checkout/sessions?limit=20")
                .path("data")
                .valueStream()
                .filter(each -> each.path("url").asString("").equals(page))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode api(PlatformFile file, DemoTenant tenant, String path) throws Exception {
        String basic = Base64.getEncoder()
                .encodeToString((tenant.clientId() + ":" + tenant.clientSecret()).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> token = send(HttpRequest.newBuilder(URI.create(file.api() + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        String bearer = JSON.readTree(token.body()).path("access_token").asString();
        return JSON.readTree(
                send(HttpRequest.newBuilder(URI.create(file.api() + path)).header("Authorization", "Bearer " + bearer))
                        .body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
