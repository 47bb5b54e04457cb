package com.tillhouse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.sandbox.client.Registration;
import com.tillhouse.sandbox.protocol.Json;
import com.tillhouse.sandbox.protocol.RsaKeys;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class CheckoutPageIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private SandboxFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new SandboxFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void showsTheOrderAndTheMerchantsBrand() throws Exception {
        String page = get(open(fixture.sessionRequest("P1"))).body();

        assertThat(page)
                .contains(
                        "Kopi &amp; Co",
                        "Two cups of kopi",
                        "Kopi &lt;O&gt;",
                        "× 2",
                        "SGD\u00a030.00",
                        "SGD\u00a060.00")
                .contains("data-testid=\"pay\"", "data-testid=\"decline\"", "data-testid=\"expire\"")
                .contains("data-testid=\"method-CARD\"", "data-testid=\"method-ALIPAY_CN\"", "data-status=\"open\"")
                .contains("<html lang=\"en\"");
    }

    @Test
    void showsTheMerchantsLogo() throws Exception {
        fixture.sandbox()
                .register(new Registration(
                        SandboxFixture.CLIENT,
                        RsaKeys.encode(SandboxFixture.MERCHANT_KEYS.getPublic()),
                        null,
                        "https://shop.example/logo.svg",
                        null));

        assertThat(get(open(fixture.sessionRequest("P1"))).body()).contains("src=\"https://shop.example/logo.svg\"");
    }

    @Test
    void loadsNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = get(open(fixture.sessionRequest("P1")));

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        assertThat(page.body()).doesNotContain("<script", "https://fonts").contains("/page/assets/checkout.css");
        assertThat(get(fixture.sandbox().httpBase() + "/page/assets/checkout.css")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void offersOnlyTheMethodTheMerchantNames() throws Exception {
        ObjectNode request = fixture.sessionRequest("P1");
        request.putObject("paymentMethod").put("paymentMethodType", "GCASH");

        assertThat(get(open(request)).body())
                .contains("data-testid=\"method-GCASH\"")
                .doesNotContain("data-testid=\"method-CARD\"");
    }

    @Test
    void speaksTheLanguageTheMerchantAsksFor() throws Exception {
        ObjectNode request = fixture.sessionRequest("P1");
        request.put("locale", "de_DE");
        assertThat(get(open(request)).body()).contains("<html lang=\"de-DE\"", "SGD\u00a060,00 zahlen");

        request.put("locale", "zh_CN").put("paymentRequestId", "P2");
        assertThat(get(open(request)).body()).contains("支付 SGD\u00a060.00");
    }

    @Test
    void writesYenWithoutDecimals() throws Exception {
        ObjectNode request = fixture.sessionRequest("P1");
        request.putObject("paymentAmount").put("currency", "JPY").put("value", "6000");

        assertThat(get(open(request)).body()).contains("JPY\u00a06,000<");
    }

    @Test
    void paysAndSendsTheBrowserBackByteForByte() throws Exception {
        String url = open(fixture.sessionRequest("P1"));
        HttpResponse<String> reply = press(url, "pay", "&method=GRABPAY_SG");

        assertThat(reply.statusCode()).isEqualTo(302);
        assertThat(reply.headers().firstValue("Location")).contains("https://shop.example/back?a=1&&b=%20+x==");
        assertThat(fixture.payment("P1").path("payment_method_type").asString()).isEqualTo("GRABPAY_SG");
        assertThat(get(url).body()).contains("data-status=\"paid\"").doesNotContain("data-testid=\"pay\"");
    }

    @Test
    void postsItsFormToTheAddressItWasOpenedWith() throws Exception {
        URI url = URI.create(open(fixture.sessionRequest("P1")));

        String action = (url.getRawPath() + "?" + url.getRawQuery()).replace("&", "&amp;");
        assertThat(get(url.toString()).body()).contains("<form method=\"post\" action=\"" + action + "\"");
    }

    @Test
    void declines() throws Exception {
        String url = open(fixture.sessionRequest("P1"));

        assertThat(press(url, "decline", "").statusCode()).isEqualTo(302);
        assertThat(get(url).body()).contains("data-status=\"declined\"", "USER_BALANCE_NOT_ENOUGH");
    }

    @Test
    void expiresWhenTheBuyerLetsItOrTheHourIsOver() throws Exception {
        String first = open(fixture.sessionRequest("P1"));
        assertThat(press(first, "expire", "").statusCode()).isEqualTo(302);
        assertThat(get(first).body()).contains("data-status=\"expired\"");

        String second = open(fixture.sessionRequest("P2"));
        fixture.advance("PT1H");
        assertThat(get(second).body()).contains("data-status=\"expired\"").doesNotContain("data-testid=\"pay\"");
    }

    @Test
    void refusesASecondPaymentOfOneSession() throws Exception {
        String url = open(fixture.sessionRequest("P1"));
        String token = token(url);
        press(url, "pay", "");

        assertThat(post(url, "token=" + token + "&action=decline").statusCode()).isEqualTo(409);
        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo("SUCCESS");
    }

    @Test
    void refusesAFormWithoutTheSessionsToken() throws Exception {
        String url = open(fixture.sessionRequest("P1"));

        assertThat(post(url, "token=other&action=pay").statusCode()).isEqualTo(403);
        assertThat(post(url, "action=pay").statusCode()).isEqualTo(403);
        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo("OPEN");
    }

    @Test
    void refusesAMethodThatIsNotOffered() throws Exception {
        String url = open(fixture.sessionRequest("P1"));

        assertThat(press(url, "pay", "&method=BEADS").statusCode()).isEqualTo(409);
        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo("OPEN");
    }

    @Test
    void letsTheBuyerTryAgainWhereTheSwitchSaysSo() throws Exception {
        fixture.control("POST", "/settings", "{\"several_attempts\":true}");
        String url = open(fixture.sessionRequest("P1"));

        HttpResponse<String> declined = press(url, "decline", "");
        assertThat(fixture.sandbox().httpBase()
                        + declined.headers().firstValue("Location").orElseThrow())
                .isEqualTo(url);
        assertThat(get(url).body()).contains("data-status=\"declined\"", "data-testid=\"pay\"");
        press(url, "pay", "");
        assertThat(get(url).body()).contains("data-status=\"paid\"");
    }

    @Test
    void saysWhatIsWrongWithAnAddressThatWasEncodedAgain() throws Exception {
        String url = open(fixture.sessionRequest("P1"));
        HttpResponse<String> reply = get(url.replace("+", "%2B"));

        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.body()).contains("byte for byte");
    }

    @Test
    void takesTheRawAddressFromTheWire() throws Exception {
        URI url = URI.create(open(fixture.sessionRequest("P1")));
        try (Socket socket = new Socket("localhost", url.getPort())) {
            String request = "GET " + url.getRawPath() + "?" + url.getRawQuery()
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(reader.readLine()).startsWith("HTTP/1.1 200");
        }
    }

    private String open(ObjectNode request) throws Exception {
        String answer = fixture.call("createPaymentSession", request.toString()).body();
        return Json.parse(answer).path("normalUrl").asString();
    }

    private HttpResponse<String> get(String url) throws Exception {
        return fixture.http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> press(String url, String action, String more) throws Exception {
        return post(url, "token=" + token(url) + "&action=" + action + more);
    }

    private HttpResponse<String> post(String url, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return fixture.http.send(request, BodyHandlers.ofString());
    }

    private String token(String url) throws Exception {
        Matcher matcher = TOKEN.matcher(get(url).body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
