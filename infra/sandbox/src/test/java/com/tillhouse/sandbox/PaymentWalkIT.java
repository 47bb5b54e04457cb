package com.tillhouse.sandbox;

import static com.tillhouse.sandbox.SandboxFixture.CLIENT;
import static com.tillhouse.sandbox.SandboxFixture.PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.sandbox.protocol.Json;
import com.tillhouse.sandbox.protocol.RsaKeys;
import com.tillhouse.sandbox.protocol.SignatureHeader;
import com.tillhouse.sandbox.protocol.SignedContent;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PaymentWalkIT {

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
    void signsAnswersOverTheExactBody() throws Exception {
        HttpResponse<String> answer = fixture.call(
                "createPaymentSession", fixture.sessionRequest("P1").toString());

        String time = answer.headers().firstValue("response-time").orElseThrow();
        String signature = answer.headers().firstValue("signature").orElseThrow();
        assertThat(signature).matches("algorithm=RSA256,keyVersion=1,signature=[A-Za-z0-9%]+");
        assertThat(time).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d");
        assertThat(answer.headers().firstValue("client-id")).contains(CLIENT);
        assertThat(RsaKeys.verify(
                        new SignedContent(PAYMENTS + "createPaymentSession", CLIENT, time, answer.body()),
                        SignatureHeader.parse(signature).signature(),
                        RsaKeys.readPublic(fixture.registered.antomPublicKey())))
                .isTrue();
    }

    @Test
    void answersWithASessionOfOneHour() throws Exception {
        JsonNode session = fixture.open("P1");

        assertThat(session.path("result").path("resultStatus").asString()).isEqualTo("S");
        assertThat(session.path("paymentSessionExpiryTime").asString()).isEqualTo("2026-11-22T13:00:00+08:00");
        assertThat(session.path("normalUrl").asString())
                .endsWith("?sessionData=" + session.path("paymentSessionData").asString())
                .contains("+", "==&&SG&&188&&");
    }

    @Test
    void findsNoOrderBeforeTheBuyerActs() throws Exception {
        fixture.open("P1");

        assertThat(fixture.inquire("P1").path("result").path("resultCode").asString())
                .isEqualTo("ORDER_NOT_EXIST");
    }

    @Test
    void tellsThePaymentByInquiryAndByNotification() throws Exception {
        fixture.open("P1");
        fixture.control("POST", "/payments/P1/pay", "{\"method\":\"ALIPAY_CN\"}");
        fixture.settle();

        JsonNode answer = fixture.inquire("P1");
        assertThat(answer.path("paymentStatus").asString()).isEqualTo("SUCCESS");
        assertThat(answer.path("paymentMethodType").asString()).isEqualTo("ALIPAY_CN");
        assertThat(answer.path("paymentRedirectUrl").asString()).isEqualTo("https://shop.example/back?a=1&&b=%20+x==");

        assertThat(fixture.merchant.received()).hasSize(1);
        MerchantFixture.Received notice = fixture.merchant.received().getFirst();
        assertThat(notice.isSignedBy(RsaKeys.readPublic(fixture.registered.antomPublicKey())))
                .isTrue();
        assertThat(notice.uri()).isEqualTo("/antom/notify?route=m%201&x=+");
        JsonNode body = Json.parse(notice.body());
        assertThat(body.path("notifyType").asString()).isEqualTo("PAYMENT_RESULT");
        assertThat(body.path("result").path("resultStatus").asString()).isEqualTo("S");
        assertThat(body.path("paymentId")).isEqualTo(answer.path("paymentId"));
        assertThat(body.path("actualPaymentAmount").path("value").asString()).isEqualTo("6000");
        assertThat(body.path("paymentTime").asString()).isEqualTo("2026-11-22T12:00:00+08:00");
    }

    @Test
    void inquiryPrefersThePaymentId() throws Exception {
        fixture.open("P1");
        fixture.open("P2");
        fixture.control("POST", "/payments/P1/pay", "");
        fixture.control("POST", "/payments/P2/decline", "");
        String paymentId = fixture.payment("P1").path("payment_id").asString();

        String both = "{\"paymentId\":\"" + paymentId + "\",\"paymentRequestId\":\"P2\"}";
        JsonNode answer = Json.parse(fixture.call("inquiryPayment", both).body());

        assertThat(answer.path("paymentRequestId").asString()).isEqualTo("P1");
    }

    @Test
    void tellsADeclinedPaymentAsFailed() throws Exception {
        fixture.open("P1");
        fixture.control("POST", "/payments/P1/decline", "");
        fixture.settle();

        JsonNode body = Json.parse(fixture.merchant.received().getFirst().body());
        assertThat(body.path("notifyType").asString()).isEqualTo("PAYMENT_RESULT");
        assertThat(body.path("result").path("resultStatus").asString()).isEqualTo("F");
        assertThat(body.path("result").path("resultCode").asString()).isEqualTo("USER_BALANCE_NOT_ENOUGH");
        assertThat(body.has("paymentTime")).isFalse();
        assertThat(fixture.inquire("P1").path("paymentStatus").asString()).isEqualTo("FAIL");
    }

    @Test
    void tellsAPendingPaymentAndThenItsResult() throws Exception {
        fixture.open("P1");
        fixture.control("POST", "/payments/P1/pend", "{\"method\":\"SOFORT\"}");
        fixture.settle();
        assertThat(fixture.inquire("P1").path("paymentStatus").asString()).isEqualTo("PENDING");

        fixture.advance("P2D");
        fixture.control("POST", "/payments/P1/pay", "");
        fixture.settle();

        assertThat(fixture.merchant.received())
                .extracting(
                        notice -> Json.parse(notice.body()).path("notifyType").asString())
                .containsExactly("PAYMENT_PENDING", "PAYMENT_RESULT");
        assertThat(fixture.inquire("P1").path("paymentMethodType").asString()).isEqualTo("SOFORT");
    }

    @Test
    void keepsTheRequestAsItCame() throws Exception {
        String body = fixture.sessionRequest("P1").toString().replace("\"order\"", " \"order\"");
        fixture.call("createPaymentSession", body);

        JsonNode payment = fixture.payment("P1");
        assertThat(payment.path("request_body").asString()).isEqualTo(body);
        assertThat(payment.path("request")
                        .path("order")
                        .path("referenceOrderId")
                        .asString())
                .isEqualTo("ORDER-1");
        assertThat(payment.path("status").asString()).isEqualTo("OPEN");
    }
}
