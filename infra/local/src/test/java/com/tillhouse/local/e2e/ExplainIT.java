package com.tillhouse.local.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.tillhouse.local.PlatformFile;
import com.tillhouse.local.demo.DemoTenant;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A payment whose refund's answer was lost, explained by the API and by the admin app. */
class ExplainIT {
    private static final double PATIENCE_MILLIS = 30_000;
    private static final long PATIENCE_NANOS = 40_000_000_000L;
    private static final long PAUSE_NANOS = 200_000_000L;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static PlatformFixture platform;
    private static BrowserFixture browser;
    private static PlatformFile file;

    @BeforeAll
    static void start() throws Exception {
        browser = BrowserFixture.start();
        platform = PlatformFixture.started();
        file = platform.file();
    }

    @AfterAll
    static void stop() throws Exception {
        if (platform != null) {
            platform.close();
        }
        browser.close();
    }

    @Test
    void tellsWhatHappenedFromTheFirstCallToTheLastWebhook() throws Exception {
        DemoTenant tenant = file.tenants().getFirst();
        String payment = boughtAndPaid(tenant);
        String token = token(tenant);
        HttpResponse<String> tooMuch = post(
                token, "/v1/payments/" + payment + "/refunds", "{\"amount\":{\"currency\":\"SGD\",\"value\":999999}}");
        assertThat(tooMuch.statusCode()).as(tooMuch.body()).isEqualTo(409);
        fault(payment);
        HttpResponse<String> refund = post(token, "/v1/payments/" + payment + "/refunds", "{}");
        assertThat(json(refund).at("/pending_reason").asString())
                .as(refund.body())
                .isEqualTo("undetermined");
        String request = refund.headers().firstValue("Request-Id").orElseThrow();

        List<JsonNode> trail = settledTrail(token, payment);

        assertThat(trail.stream().map(ExplainIT::told))
                .containsSubsequence(
                        "api_call POST /v1/checkout/sessions",
                        "gateway_call createPaymentSession confirmed",
                        "notification PAYMENT_RESULT applied",
                        "move payment succeeded notification",
                        "event payment.succeeded",
                        "delivery payment.succeeded true",
                        "api_call POST /v1/payments/{id}/refunds",
                        "api_refusal refund_exceeds_available",
                        "api_call POST /v1/payments/{id}/refunds",
                        "event refund.created",
                        "gateway_call refund undetermined",
                        "event refund.succeeded",
                        "delivery refund.succeeded true");
        assertThat(trail.stream().filter(entry -> told(entry).equals("gateway_call refund undetermined")))
                .allSatisfy(
                        entry -> assertThat(entry.at("/details/by/request_id").asString())
                                .isEqualTo(request));
        assertThat(trail.stream().map(entry -> entry.at("/at").asString())).isSorted();

        Page desk = browser.page(1280, 860);
        open(desk, tenant, payment);
        Locator items = desk.getByTestId("trail-item");
        long told = trail.stream()
                .filter(entry -> !entry.at("/kind").asString().equals("event"))
                .count();
        assertThat(items).hasCount((int) told);
        assertThat(desk.locator("#trail")).containsText("Your shop asked for a refund of SGD");
        assertThat(desk.locator("#trail")).containsText(request);
        assertThat(desk.locator("#trail")).containsText("no answer came");
        assertThat(desk.locator("#trail")).containsText("not that much is left to refund");
        assertThat(desk.locator("#trail")).containsText("The payment went from Waiting for buyer to Paid.");
        BrowserFixture.screenshot(desk, "admin-trail-desk");

        Page phone = browser.page(390, 844);
        open(phone, tenant, payment);
        assertThat(phone.getByTestId("trail-item")).hasCount((int) told);
        assertThat(phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        BrowserFixture.screenshot(phone, "admin-trail-phone");
    }

    private static String told(JsonNode entry) {
        JsonNode details = entry.at("/details");
        String kind = entry.at("/kind").asString();
        String rest = switch (kind) {
            case "api_call" -> details.at("/operation").asString();
            case "gateway_call" ->
                details.at("/api").asString() + " " + details.at("/outcome").asString();
            case "notification" ->
                details.at("/type").asString() + " " + details.at("/verdict").asString();
            case "move" ->
                details.at("/object").asString() + " " + details.at("/to").asString() + " "
                        + details.at("/cause").asString();
            case "api_refusal" -> details.at("/code").asString();
            case "event" -> details.at("/type").asString();
            case "delivery" ->
                details.at("/event_type").asString() + " "
                        + details.at("/delivered").asString();
            default -> "";
        };
        return kind + " " + rest;
    }

    /** The story is over when the shop was told that the refund succeeded. */
    private static List<JsonNode> settledTrail(String token, String payment) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            HttpResponse<String> answer = get(token, "/v1/payments/" + payment + "/trail");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            List<JsonNode> entries = json(answer).at("/entries").valueStream().toList();
            if (told(entries.getLast()).equals("delivery refund.succeeded true")) {
                return entries;
            }
            assertThat(System.nanoTime()).as(answer.body()).isLessThan(end);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static String boughtAndPaid(DemoTenant tenant) throws Exception {
        Page page = browser.page(1280, 860);
        page.navigate(file.shop() + "/shop/" + tenant.slug());
        page.getByTestId("buy").click();
        page.getByTestId("pay").click();
        assertThat(page.getByTestId("status"))
                .hasAttribute(
                        "data-status", "paid", new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
        String order = page.getByTestId("order-reference").textContent().strip();
        JsonNode sessions = json(get(token(tenant), "/v1/checkout/sessions?order_reference=" + order));
        return sessions.at("/data/0/payments/0/id").asString();
    }

    private static void open(Page page, DemoTenant tenant, String payment) {
        page.navigate(file.admin());
        page.locator("#sign-in-email").fill(tenant.email());
        page.locator("#sign-in-password").fill(tenant.password());
        page.locator("#sign-in-submit").click();
        assertThat(page.getByTestId("row").first()).isVisible();
        page.navigate(file.admin() + "/t/" + tenant.slug() + "/payments/" + payment + "?mode=test");
        assertThat(page.locator("#trail")).isVisible();
    }

    private static void fault(String payment) throws Exception {
        String body =
                "{\"api\":\"refund\",\"fault\":\"lose_response\",\"count\":1,\"paymentRequestId\":\"" + payment + "\"}";
        HttpResponse<String> done = HTTP.send(
                HttpRequest.newBuilder(URI.create(file.sandbox() + "/control/faults"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    }

    private static String token(DemoTenant tenant) throws Exception {
        String credentials = tenant.clientId() + ":" + tenant.clientSecret();
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(file.api() + "/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return json(answer).at("/access_token").asString();
    }

    private static HttpResponse<String> get(String token, String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(file.api() + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String token, String path, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(file.api() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "explain-" + path + body.length())
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
