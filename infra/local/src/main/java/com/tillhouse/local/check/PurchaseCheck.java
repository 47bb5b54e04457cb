package com.tillhouse.local.check;

import com.tillhouse.local.PlatformFile;
import com.tillhouse.local.Progress;
import com.tillhouse.local.demo.DemoTenant;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Buys in a demo shop as a buyer would, and asks everybody concerned whether it was paid. */
public final class PurchaseCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final PlatformFile platform;
    private final DemoTenant tenant;
    private final Progress progress;
    private final InstantSource clock;
    private final CheckClient http = new CheckClient();

    public PurchaseCheck(PlatformFile platform, DemoTenant tenant, Progress progress, InstantSource clock) {
        this.platform = platform;
        this.tenant = tenant;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Makes the purchase and prints each step.
     *
     * @throws CheckFailedException with what was expected and what came instead
     */
    public void run() throws InterruptedException {
        String token = http.token(URI.create(platform.api()), tenant);
        step("token: Tillhouse gave " + tenant.name() + " an access token");
        String page = buy();
        JsonNode session = session(token, page);
        String payment = session.path("payments").path(0).path("id").asString();
        step("session: " + session.path("id").asString() + " is open, payment " + payment);
        openPage(page);
        pay(payment);
        String order = session.path("order_reference").asString();
        JsonNode seen = awaitJson(
                "the shop to see the signed webhook",
                () -> http.get(URI.create(platform.shop() + "/shop/" + tenant.slug() + "/orders/" + order + "/status")),
                answer -> answer.path("status").asString().equals("paid"));
        step("webhook: the shop verified " + seen.path("webhook_id").asString() + " and says paid");
        awaitJson(
                "the API to say succeeded",
                () -> http.get(URI.create(platform.api() + "/v1/payments/" + payment), token),
                answer -> answer.path("status").asString().equals("succeeded"));
        step("API: payment " + payment + " succeeded");
    }

    /** Presses the shop's button; answers the address of the hosted page, byte for byte. */
    private String buy() throws InterruptedException {
        URI shop = URI.create(platform.shop() + "/shop/" + tenant.slug());
        CheckFailedException.unless(
                http.get(shop).body().contains("data-testid=\"buy\""), "the product page has no buy button");
        HttpResponse<String> answer = http.post(URI.create(shop + "/orders"), "");
        CheckFailedException.unless(
                answer.statusCode() == 303, "the shop answered the purchase with " + answer.statusCode() + ", not 303");
        String page = answer.headers().firstValue("location").orElse("");
        step("shop: order placed, the buyer is sent to " + URI.create(page).getAuthority());
        return page;
    }

    /** The session whose page the buyer was sent to. */
    private JsonNode session(String token, String page) throws InterruptedException {
        HttpResponse<String> list = http.get(URI.create(platform.api() + "/v1/checkout/sessions?limit=20"), token);
        return CheckClient.json(list)
                .path("data")
                .valueStream()
                .filter(session -> session.path("url").asString("").equals(page))
                .findFirst()
                .orElseThrow(
                        () -> new CheckFailedException("the API lists no session with the page that the buyer got"));
    }

    private void openPage(String page) throws InterruptedException {
        HttpResponse<String> answer = http.get(URI.create(page));
        CheckFailedException.unless(
                answer.statusCode() == 200
                        && answer.body().contains(tenant.name().replace("'", "&#39;")),
                "the hosted page answered " + answer.statusCode() + " and does not show " + tenant.name());
        step("page: the hosted page shows " + tenant.name());
    }

    private void pay(String payment) throws InterruptedException {
        HttpResponse<String> answer =
                http.post(URI.create(platform.sandbox() + "/control/payments/" + payment + "/pay"), "{}");
        CheckFailedException.unless(answer.statusCode() / 100 == 2, "the sandbox does not pay: " + answer.body());
        step("buyer: paid on the hosted page");
    }

    private JsonNode awaitJson(String what, CheckClient.Call call, Predicate<JsonNode> wanted)
            throws InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        HttpResponse<String> answer = call.send();
        while (answer.statusCode() != 200 || !wanted.test(CheckClient.json(answer))) {
            CheckFailedException.unless(
                    clock.instant().isBefore(end),
                    "waited %d s for %s; last answer %d %s"
                            .formatted(PATIENCE.toSeconds(), what, answer.statusCode(), answer.body()));
            Thread.sleep(PAUSE);
            answer = call.send();
        }
        return CheckClient.json(answer);
    }

    private void step(String what) {
        progress.say("check  " + what);
    }
}
