package com.tillhouse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.sandbox.protocol.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that go wrong on demand. */
class FaultsIT {

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
    void losesTheAnswerButKeepsTheEffect() throws Exception {
        fault("createPaymentSession", "lose_response", "");

        assertThatThrownBy(() -> fixture.open("P1")).isInstanceOf(IOException.class);
        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo("OPEN");
        assertThat(fixture.open("P1").path("result").path("resultCode").asString())
                .isEqualTo("SUCCESS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delay", "drip"})
    void holdsTheAnswerBack(String fault) throws Exception {
        fault("createPaymentSession", fault, ",\"delay\":\"PT60S\"");
        String body = fixture.sessionRequest("P1").toString();
        String uri = SandboxFixture.PAYMENTS + "createPaymentSession";
        HttpRequest request = SandboxFixture.request(
                        uri, SandboxFixture.CLIENT, "1685599933871", body, SandboxFixture.MERCHANT_KEYS)
                .uri(URI.create(fixture.sandbox().httpBase() + uri))
                .build();

        CompletableFuture<HttpResponse<String>> answer = fixture.http.sendAsync(request, BodyHandlers.ofString());
        assertThatThrownBy(() -> answer.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo("OPEN");
    }

    @Test
    void dripsAWholeAnswer() throws Exception {
        fault("createPaymentSession", "drip", ",\"delay\":\"PT0.2S\"");

        assertThat(fixture.open("P1").path("result").path("resultCode").asString())
                .isEqualTo("SUCCESS");
    }

    @Test
    void answersWithAnHtmlPage() throws Exception {
        fault("inquiryPayment", "http_500_html", "");
        HttpResponse<String> answer = fixture.call("inquiryPayment", "{\"paymentRequestId\":\"P1\"}");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).startsWith("<html>");
    }

    @Test
    void answersWithNothing() throws Exception {
        fault("inquiryPayment", "empty_200", "");
        HttpResponse<String> answer = fixture.call("inquiryPayment", "{\"paymentRequestId\":\"P1\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void leavesTheSignatureOut() throws Exception {
        fault("createPaymentSession", "unsigned_success", "");
        HttpResponse<String> answer = fixture.call(
                "createPaymentSession", fixture.sessionRequest("P1").toString());

        assertThat(answer.body()).contains("\"resultStatus\":\"S\"");
        assertThat(answer.headers().firstValue("signature")).isEmpty();
        assertThat(answer.headers().firstValue("response-time")).isEmpty();
    }

    @Test
    void knowsNothingAsOftenAsAsked() throws Exception {
        fault("createPaymentSession", "unknown_u", ",\"count\":2");

        assertThat(fixture.open("P1").path("result").path("resultStatus").asString())
                .isEqualTo("U");
        assertThat(fixture.tryControl("GET", "/payments/P1", "").statusCode()).isEqualTo(404);
        assertThat(fixture.open("P1").path("result").path("resultStatus").asString())
                .isEqualTo("U");
        assertThat(fixture.open("P1").path("result").path("resultStatus").asString())
                .isEqualTo("S");
    }

    @Test
    void saysAWordThatNoDocumentNames() throws Exception {
        fixture.open("P1");
        fixture.control("POST", "/payments/P1/pay", "");
        fault("inquiryPayment", "unknown_enum", "");
        assertThat(fixture.inquire("P1").path("paymentStatus").asString()).isEqualTo("SETTLING_ELSEWHERE");

        fault("createPaymentSession", "unknown_enum", "");
        assertThat(fixture.open("P2").path("result").path("resultStatus").asString())
                .isEqualTo("X");
    }

    @Test
    void hitsOnlyThePaymentItIsMeantFor() throws Exception {
        fault("createPaymentSession", "unknown_u", ",\"paymentRequestId\":\"P2\"");

        assertThat(fixture.open("P1").path("result").path("resultStatus").asString())
                .isEqualTo("S");
        assertThat(fixture.open("P2").path("result").path("resultStatus").asString())
                .isEqualTo("U");
    }

    @Test
    void findsThePaymentByItsPaymentIdToo() throws Exception {
        fixture.open("P1");
        fixture.control("POST", "/payments/P1/pay", "");
        fault("inquiryPayment", "unknown_u", ",\"paymentRequestId\":\"P1\"");
        String paymentId = fixture.payment("P1").path("payment_id").asString();

        String answer = fixture.call("inquiryPayment", "{\"paymentId\":\"" + paymentId + "\"}")
                .body();
        assertThat(Json.parse(answer).path("result").path("resultStatus").asString())
                .isEqualTo("U");
    }

    @Test
    void forgetsAllFaults() throws Exception {
        fault("createPaymentSession", "unknown_u", ",\"count\":9");
        assertThat(fixture.control("GET", "/faults", "")
                        .path("faults")
                        .path(0)
                        .path("count")
                        .asInt())
                .isEqualTo(9);
        fixture.control("DELETE", "/faults", "");

        assertThat(fixture.open("P1").path("result").path("resultStatus").asString())
                .isEqualTo("S");
    }

    private void fault(String api, String name, String more) throws Exception {
        fixture.control("POST", "/faults", "{\"api\":\"" + api + "\",\"fault\":\"" + name + "\"" + more + "}");
    }
}
