package com.tillhouse.sandbox;

import static com.tillhouse.sandbox.SandboxFixture.CLIENT;
import static com.tillhouse.sandbox.SandboxFixture.MERCHANT_KEYS;
import static com.tillhouse.sandbox.SandboxFixture.PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.sandbox.client.Registration;
import com.tillhouse.sandbox.protocol.Json;
import com.tillhouse.sandbox.protocol.RsaKeys;
import com.tillhouse.sandbox.protocol.SignatureHeader;
import com.tillhouse.sandbox.protocol.SignedContent;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway refuses before it looks at the body, always without a signature. */
class GatewayChecksIT {

    private static final String URI = PAYMENTS + "inquiryPayment";
    private static final String TIME = "1685599933871";
    private static final String BODY = "{\"paymentRequestId\":\"P1\"}";

    private static SandboxFixture fixture;

    @BeforeAll
    static void start() throws Exception {
        fixture = new SandboxFixture();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @BeforeEach
    void forgiveAnyTime() throws Exception {
        fixture.control("POST", "/settings", "{\"request_time_skew\":null}");
    }

    @Test
    void answersAProvedCallerWithASignature() throws Exception {
        HttpResponse<String> answer = fixture.call("inquiryPayment", BODY);

        assertThat(code(answer)).isEqualTo("ORDER_NOT_EXIST");
        assertThat(answer.headers().firstValue("signature")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "'POST /ams/api/v1/payments/inquiryPayment\r\n',CRLF",
        "'POST/ams/api/v1/payments/inquiryPayment\n',missing space",
        "'POST /ams/sandbox/api/v1/payments/inquiryPayment\n',other path",
        "'GET /ams/api/v1/payments/inquiryPayment\n',other method"
    })
    void refusesASignatureOverAnotherFirstLine(String firstLine, String why) throws Exception {
        String content = firstLine + CLIENT + "." + TIME + "." + BODY;

        refuses(signedBy(headerOver(content)), "INVALID_SIGNATURE");
    }

    @Test
    void refusesAQueryThatWasNotSigned() throws Exception {
        HttpRequest.Builder request = SandboxFixture.request(URI, CLIENT, TIME, BODY, MERCHANT_KEYS);

        assertThat(code(fixture.send(URI + "?a=1", request))).isEqualTo("INVALID_SIGNATURE");
    }

    @Test
    void acceptsAQueryThatWasSigned() throws Exception {
        HttpRequest.Builder request = SandboxFixture.request(URI + "?a=%20", CLIENT, TIME, BODY, MERCHANT_KEYS);

        assertThat(code(fixture.send(URI + "?a=%20", request))).isEqualTo("ORDER_NOT_EXIST");
    }

    @Test
    void refusesABodyThatWasWrittenAnew() throws Exception {
        String header = header(BODY, TIME, CLIENT);
        HttpRequest.Builder request = SandboxFixture.unsigned(BODY.replace(":", ": "))
                .header("client-id", CLIENT)
                .header("request-time", TIME)
                .header("signature", header);

        refuses(request, "INVALID_SIGNATURE");
    }

    @Test
    void refusesAnotherTime() throws Exception {
        refuses(signedBy(header(BODY, "1685599933872", CLIENT)), "INVALID_SIGNATURE");
    }

    @Test
    void refusesAnotherClientsSignature() throws Exception {
        fixture.sandbox()
                .register(new Registration(
                        "CLIENT_OTHER", RsaKeys.encode(RsaKeys.generate().getPublic()), null, null, null));
        HttpRequest.Builder request = SandboxFixture.request(URI, "CLIENT_OTHER", TIME, BODY, MERCHANT_KEYS);

        refuses(request, "INVALID_SIGNATURE");
    }

    @Test
    void refusesASignatureEncodedTwiceOrNotAtAll() throws Exception {
        String base64 = rawSignature();
        String once = URLEncoder.encode(base64, StandardCharsets.UTF_8);
        String twice = URLEncoder.encode(once, StandardCharsets.UTF_8);

        refuses(signedBy("algorithm=RSA256,keyVersion=1,signature=" + twice), "INVALID_SIGNATURE");
        refuses(signedBy("algorithm=RSA256,keyVersion=1,signature=" + base64), "INVALID_SIGNATURE");
    }

    @Test
    void acceptsAnotherOrderAndSpacesInTheHeader() throws Exception {
        String value = URLEncoder.encode(rawSignature(), StandardCharsets.UTF_8);
        HttpRequest.Builder request = signedBy("signature=" + value + ", algorithm=RSA256, keyVersion=1");

        assertThat(code(fixture.send(URI, request))).isEqualTo("ORDER_NOT_EXIST");
    }

    @Test
    void refusesAKeyVersionThatIsNotRegistered() throws Exception {
        refuses(signedBy(header(BODY, TIME, CLIENT).replace("keyVersion=1", "keyVersion=9")), "KEY_NOT_FOUND");
    }

    @Test
    void refusesAClientThatIsNotRegistered() throws Exception {
        refuses(SandboxFixture.request(URI, "CLIENT_NOBODY", TIME, BODY, MERCHANT_KEYS), "KEY_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-id", "request-time", "signature"})
    void refusesAMissingHeaderByName(String missing) throws Exception {
        HttpRequest.Builder request = SandboxFixture.unsigned(BODY);
        if (!missing.equals("client-id")) {
            request.header("client-id", CLIENT);
        }
        if (!missing.equals("request-time")) {
            request.header("request-time", TIME);
        }
        if (!missing.equals("signature")) {
            request.header("signature", header(BODY, TIME, CLIENT));
        }

        HttpResponse<String> answer = refuses(request, "PARAM_ILLEGAL");
        assertThat(answer.body()).contains(missing);
    }

    @Test
    void refusesAGet() throws Exception {
        refuses(HttpRequest.newBuilder().GET(), "METHOD_NOT_SUPPORTED");
    }

    @Test
    void refusesAnotherMediaType() throws Exception {
        refuses(
                HttpRequest.newBuilder()
                        .header("Content-Type", "text/xml")
                        .POST(HttpRequest.BodyPublishers.ofString(BODY)),
                "MEDIA_TYPE_NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ams/api/v1/payments/payLater", "/ams/api/v2/payments/inquiryPayment", "/ams/"})
    void knowsNoOtherApi(String uri) throws Exception {
        HttpResponse<String> answer = fixture.send(uri, SandboxFixture.request(uri, CLIENT, TIME, BODY, MERCHANT_KEYS));

        assertThat(code(answer)).isEqualTo("NO_INTERFACE_DEF");
        assertThat(answer.headers().firstValue("signature")).isEmpty();
    }

    @Test
    void acceptsOldAndNewKeysWhileBothAreRegistered() throws Exception {
        KeyPair next = RsaKeys.generate();
        int version = fixture.control(
                        "POST",
                        "/clients",
                        "{\"client_id\":\"" + CLIENT + "\",\"merchant_public_key\":\""
                                + RsaKeys.encode(next.getPublic()) + "\"}")
                .path("key_version")
                .asInt();

        assertThat(version).isEqualTo(2);
        assertThat(code(fixture.call("inquiryPayment", BODY))).isEqualTo("ORDER_NOT_EXIST");
        assertThat(code(fixture.send(URI, SandboxFixture.request(URI, CLIENT, TIME, BODY, next))))
                .isEqualTo("ORDER_NOT_EXIST");
    }

    @Test
    void comparesTheTimeWhereTheSwitchSaysSo() throws Exception {
        fixture.control("POST", "/settings", "{\"request_time_skew\":\"PT5M\"}");

        refuses(SandboxFixture.request(URI, CLIENT, TIME, BODY, MERCHANT_KEYS), "PARAM_ILLEGAL");
        String now = String.valueOf(fixture.sandbox().clock().millis());
        assertThat(code(fixture.send(URI, SandboxFixture.request(URI, CLIENT, now, BODY, MERCHANT_KEYS))))
                .isEqualTo("ORDER_NOT_EXIST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "{\"paymentRequestId\":7}", "{}"})
    void signsTheRefusalOfAMalformedBody(String body) throws Exception {
        HttpResponse<String> answer = fixture.call("inquiryPayment", body);

        assertThat(code(answer)).isEqualTo("PARAM_ILLEGAL");
        assertThat(answer.headers().firstValue("signature")).isPresent();
    }

    private HttpResponse<String> refuses(HttpRequest.Builder request, String code) throws Exception {
        HttpResponse<String> answer = fixture.send(URI, request);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(code(answer)).isEqualTo(code);
        assertThat(Json.parse(answer.body()).path("result").path("resultStatus").asString())
                .isEqualTo("F");
        assertThat(answer.headers().firstValue("signature")).isEmpty();
        assertThat(answer.headers().firstValue("response-time")).isEmpty();
        return answer;
    }

    private static HttpRequest.Builder signedBy(String header) {
        return SandboxFixture.unsigned(BODY)
                .header("client-id", CLIENT)
                .header("request-time", TIME)
                .header("signature", header);
    }

    private static String header(String body, String time, String client) {
        return new SignatureHeader(
                        1, RsaKeys.sign(new SignedContent(URI, client, time, body), MERCHANT_KEYS.getPrivate()))
                .format();
    }

    private static String headerOver(String content) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(MERCHANT_KEYS.getPrivate());
        signature.update(content.getBytes(StandardCharsets.UTF_8));
        return new SignatureHeader(1, Base64.getEncoder().encodeToString(signature.sign())).format();
    }

    /** A signature whose base64 holds a plus, which is what encoding is about. */
    private static String rawSignature() {
        String signature = RsaKeys.sign(new SignedContent(URI, CLIENT, TIME, BODY), MERCHANT_KEYS.getPrivate());
        assertThat(signature).endsWith("==");
        return signature;
    }

    private static String code(HttpResponse<String> answer) {
        return Json.parse(answer.body()).path("result").path("resultCode").asString();
    }
}
