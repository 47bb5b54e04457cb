package com.tillhouse.local.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tillhouse.local.money.PlatformFixture.Address;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Secrets and buyer data go through a real process on every way that ends well or badly, and all that leaves it is searched: its output, its error
 * output, its log, and what it answers to those who ask in vain.
 */
class NothingLeaksIT {
    private static final String NAME = "Zzyzx Quetzalcoatlson";
    private static final String EMAIL = "zzyzx.quetzal@buyer-planted.example";
    private static final String PHONE = "+6590817263";
    private static final String STREET = "77 Planted-Lane-Zq";
    private static final String NOTE = "metadata-planted-zq9";
    private static final String REASON = "reason-planted-zq9";
    private static final String WRONG_SECRET = "cs_wrong_planted_secret_0123456789";
    private static final Path FOLDER = Path.of("target", "money").toAbsolutePath();

    private final PlatformFixture platform = new PlatformFixture();
    private final LeakFixture leaks = new LeakFixture();
    private ProcessFixture process;
    private MerchantFixture merchant;
    private Address address = Address.free();

    @BeforeEach
    void start() throws InterruptedException, IOException {
        process = platform.launch("leaks", address, address);
        process.awaitReady();
        merchant = platform.merchant();
        merchant.signIn(process);
        leaks.plant("the client's secret", merchant.secret());
        leaks.plant("the access token", merchant.token());
        leaks.plant(
                "the token's signature",
                merchant.token().substring(merchant.token().lastIndexOf('.') + 1));
        leaks.plant("a wrong secret", WRONG_SECRET);
        leaks.plant("the notify route", route());
        leaks.plant("the master key in hex", platform.masterKey());
        leaks.plant(
                "the master key",
                Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(HexFormat.of().parseHex(platform.masterKey())));
        leaks.plant("the buyer's name", NAME);
        leaks.plant("the buyer's e-mail", EMAIL);
        leaks.plant("the buyer's telephone", PHONE);
        leaks.plant("the buyer's street", STREET);
        leaks.plant("metadata", NOTE);
        leaks.plant("the reason", REASON);
    }

    @AfterEach
    void stop() throws InterruptedException {
        platform.close();
    }

    private String route() {
        String path = platform.notifyPath(merchant);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private MerchantFixture.Order order() {
        return new MerchantFixture.Order(
                "/v1/checkout/sessions", UUID.randomUUID().toString(), """
                {"order_reference":"LEAK","amount":{"currency":"SGD","value":10000},"description":"Tea","redirect_url":"https://shop.example/return",
                 "buyer":{"reference":"b","name":{"full_name":"%s"},"email":"%s","phone":"%s"},
                 "shipping":{"name":{"full_name":"%s"},"address":{"region":"SG","address1":"%s"}},"metadata":{"note":"%s"}}""".formatted(
                                NAME, EMAIL, PHONE, NAME, STREET, NOTE));
    }

    @Test
    void keepsSecretsAndBuyersToItself() throws InterruptedException, IOException {
        String payment = sale();
        refusals(payment);
        forgeries();
        antomsFaults();
        databaseAway();
        assertThat(leaks.found(written())).isEmpty();
        assertNoForgedLine();

        process.say("canary " + EMAIL);
        process.say(
                "canary " + Base64.getEncoder().encodeToString(merchant.secret().getBytes(StandardCharsets.UTF_8)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(leaks.found(written()))
                        .as("the search itself finds what is there")
                        .anyMatch(leak -> leak.startsWith("the buyer's e-mail"))
                        .anyMatch(leak -> leak.startsWith("the client's secret")));
    }

    private static Path[] written() throws IOException {
        Path said = FOLDER.resolve("leaks.out");
        assertThat(Files.size(FOLDER.resolve("leaks.log"))).isPositive();
        return new Path[] {said, FOLDER.resolve("leaks.err"), FOLDER.resolve("leaks.log")};
    }

    private String sale() {
        Answer opened = merchant.post(process, order());
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        String payment = opened.at("/payments/0/id");
        platform.antom().pay(payment);
        platform.awaitStatus(payment, "SUCCEEDED");
        Answer refund = merchant.post(process, refund(payment, 1));
        assertThat(refund.status()).as(refund.toString()).isEqualTo(201);
        return payment;
    }

    private static MerchantFixture.Order refund(String payment, int value) {
        return new MerchantFixture.Order(
                "/v1/payments/" + payment + "/refunds",
                UUID.randomUUID().toString(),
                "{\"amount\":{\"currency\":\"SGD\",\"value\":%d},\"reason\":\"%s\"}".formatted(value, REASON));
    }

    /** Every kind of no that a merchant may hear, with planted words in what it sent. */
    private void refusals(String payment) {
        MerchantFixture.Order good = order();
        for (String body : List.of(
                good.body().substring(0, good.body().length() - 20),
                good.body().replace("\"SGD\"", "\"" + NAME + "\""),
                good.body().replace("10000", "\"" + EMAIL + "\""),
                good.body().replace("\"full_name\"", "\"nick_name\""),
                good.body().replace(EMAIL, EMAIL + "\u0000"),
                good.body().replace("Tea", "4111 1111 1111 1111 " + NAME),
                good.body().replace("https://shop.example/return", "javascript:" + NAME),
                good.body().replace("\"metadata\":{", "\"metadata\":{\"note\":\"" + NOTE + "\","),
                "[" + good.body() + "]",
                "\"" + EMAIL + "\"")) {
            refused(merchant.post(process, good.withBody(body)));
        }
        merchant.post(process, good);
        refused(merchant.post(process, good.withBody(good.body().replace("Tea", "Coffee"))));
        refused(merchant.post(process, refund(payment, 1_000_000)));
        refused(HttpFixture.send(to("/v1/payments").header("Authorization", "Bearer " + merchant.token() + "x")));
        refused(HttpFixture.send(to("/v1/payments?access_token=" + merchant.token())));
        refused(HttpFixture.send(token("Basic " + basic(merchant.clientId() + ":" + WRONG_SECRET), "")));
        refused(HttpFixture.send(
                token("Basic " + basic(merchant.clientId() + ":" + merchant.secret()), "&scope=" + WRONG_SECRET)));
        refused(HttpFixture.send(
                token("Digest x", "&client_id=" + merchant.clientId() + "&client_secret=" + WRONG_SECRET)));
        refused(HttpFixture.send(to("/v1/payments")
                .header("Authorization", "Bearer " + merchant.token())
                .method("FOO", HttpRequest.BodyPublishers.ofString(EMAIL))));
        refused(HttpFixture.send(to("/v1/checkout/sessions?order_reference=x&x%0d%0aFORGED-LINE=1")
                .header("Authorization", "Bearer " + merchant.token())
                .header("User-Agent", "x\tFORGED-LINE")));
    }

    private static String basic(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(process.api() + path));
    }

    private HttpRequest.Builder token(String authorization, String more) {
        return to("/oauth2/token")
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials" + more));
    }

    private void refused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
        leaks.answered(answer);
    }

    /** Notifications that are none, with a buyer in them. */
    private void forgeries() {
        String body =
                "{\"notifyType\":\"PAYMENT_RESULT\",\"customerEmail\":\"%s\",\"name\":\"%s\"".formatted(EMAIL, NAME);
        String door = "http://localhost:" + address.webhooks();
        for (String path : List.of(platform.notifyPath(merchant), "/antom/notify/" + WRONG_SECRET, "/" + route())) {
            leaks.answered(HttpFixture.send(HttpRequest.newBuilder(URI.create(door + path))
                    .header("client-id", merchant.antomClientId())
                    .header("request-time", platform.now().toString())
                    .header("signature", "algorithm=RSA256,keyVersion=1,signature=" + WRONG_SECRET)
                    .POST(HttpRequest.BodyPublishers.ofString(body))));
        }
    }

    private void antomsFaults() {
        for (String fault : List.of("http_500_html", "empty_200", "bad_signature", "unknown_u", "unsigned_success")) {
            platform.antom().failNext("createPaymentSession", fault, 2);
            Answer answer = merchant.post(process, order());
            assertThat(answer.status()).as(fault + answer).isGreaterThanOrEqualTo(400);
            leaks.answered(answer);
        }
    }

    /** The connections break off in the midst of it, again and again. */
    private void databaseAway() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            List<Callable<Answer>> work = List.of(
                    () -> merchant.post(process, order()),
                    () -> merchant.post(process, order()),
                    () -> HttpFixture.send(token("Basic " + basic(merchant.clientId() + ":" + merchant.secret()), "")),
                    () -> {
                        platform.breakConnections();
                        return merchant.get(process, "/v1/payments");
                    });
            HttpFixture.atOnce(work).stream()
                    .filter(answer -> answer.status() >= 400)
                    .forEach(leaks::answered);
        }
    }

    /** What a stranger writes never begins a line. */
    private static void assertNoForgedLine() throws IOException {
        for (Path file : written()) {
            assertThat(Pattern.compile("(?m)^FORGED-LINE")
                            .matcher(Files.readString(file))
                            .find())
                    .as(Objects.toString(file))
                    .isFalse();
        }
    }
}
