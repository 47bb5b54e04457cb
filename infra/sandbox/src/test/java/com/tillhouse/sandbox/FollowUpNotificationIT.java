package com.tillhouse.sandbox;

import static com.tillhouse.sandbox.MerchantCalls.code;
import static com.tillhouse.sandbox.MerchantCalls.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.sandbox.MerchantFixture.Received;
import com.tillhouse.sandbox.client.Registration;
import com.tillhouse.sandbox.protocol.Json;
import com.tillhouse.sandbox.protocol.RsaKeys;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** notifyRefund and the faults of calls and notifications around refunds. */
class FollowUpNotificationIT {

    private SandboxFixture fixture;
    private MerchantCalls merchant;

    @BeforeEach
    void start() throws Exception {
        fixture = new SandboxFixture();
        merchant = new MerchantCalls(fixture);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void tellsARefundWithoutNamingThePayment() throws Exception {
        String refundId = merchant.refund("R1", merchant.paid("P1"), 2000)
                .path("refundId")
                .asString();
        fixture.settle();

        Received received = fixture.merchant.received().getLast();
        assertThat(isSigned(received)).isTrue();
        JsonNode notice = Json.parse(received.body());
        assertThat(notice.propertyNames())
                .containsExactlyInAnyOrder(
                        "notifyType",
                        "result",
                        "refundStatus",
                        "refundRequestId",
                        "refundId",
                        "refundAmount",
                        "refundTime");
        assertThat(notice.path("notifyType").asString()).isEqualTo("REFUND_RESULT");
        assertThat(notice.path("refundStatus").asString()).isEqualTo("SUCCESS");
        assertThat(notice.path("refundRequestId").asString()).isEqualTo("R1");
        assertThat(notice.path("refundId").asString()).isEqualTo(refundId);
    }

    @Test
    void triesAgainAtTheDocumentedMoments() throws Exception {
        String paymentId = merchant.paid("P1");
        fixture.merchant.answersWith(503, "");
        merchant.refund("R1", paymentId, 2000);
        fixture.advance("PT25H");

        assertThat(fixture.merchant.received()).hasSize(1 + 8);
    }

    @Test
    void usesTheClientsAddressElseThePayments() throws Exception {
        String paymentId = merchant.paid("P1");
        ObjectNode request = merchant.refundRequest("R1", paymentId, 1);
        request.remove("refundNotifyUrl");
        merchant.call("refund", request.toString());
        String own = fixture.merchant.notifyUrl().replaceAll("\\?.*", "") + "/of-the-client";
        fixture.sandbox()
                .register(new Registration(
                        SandboxFixture.CLIENT,
                        RsaKeys.encode(SandboxFixture.MERCHANT_KEYS.getPublic()),
                        null,
                        null,
                        own));
        request.put("refundRequestId", "R2");
        merchant.call("refund", request.toString());
        fixture.settle();

        assertThat(fixture.merchant.received())
                .extracting(Received::uri)
                .containsExactlyInAnyOrder(
                        "/antom/notify?route=m%201&x=+",
                        "/antom/notify?route=m%201&x=+", "/antom/notify/of-the-client");
    }

    @Test
    void tellsNobodyOfARefusedRefund() throws Exception {
        merchant.refund("R1", merchant.paid("P1"), 6001);
        fixture.settle();

        assertThat(fixture.merchant.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refund", "notifyRefund"})
    void tellsBeforeItAnswersOnDemand(String api) throws Exception {
        String paymentId = merchant.paid("P1");
        merchant.fault(api, "before_response", "");
        merchant.refund("R1", paymentId, 2000);

        JsonNode notice = fixture.payment("P1").path("notifications").path(1);
        assertThat(notice.path("notify_type").asString()).isEqualTo("REFUND_RESULT");
        assertThat(notice.path("acknowledged").asBoolean()).isTrue();
        assertThat(fixture.merchant.received()).hasSize(2);
    }

    @Test
    void tellsThePaymentBeforeTheSessionIsAnsweredOnDemand() throws Exception {
        merchant.fault("createPaymentSession", "before_response", "");
        assertThat(code(fixture.open("P1"))).isEqualTo("SUCCESS");

        assertThat(fixture.merchant.received()).hasSize(1);
        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo("SUCCESS");
    }

    @Test
    void leavesAnUnpaidPaymentAloneWhenARefundOfItIsRefused() throws Exception {
        fixture.open("P1");
        merchant.fault("refund", "before_response", "");
        merchant.refund("R1", fixture.payment("P1").path("payment_id").asString(), 1);

        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo("OPEN");
    }

    @Test
    void spoilsRefundNotificationsOnDemand() throws Exception {
        String paymentId = merchant.paid("P1");
        merchant.fault("notifyRefund", "tamper", "");
        merchant.fault("notifyRefund", "duplicate", "");
        merchant.fault("notifyRefund", "wrong_amount", "");
        merchant.fault("notifyRefund", "late", "");
        merchant.refund("R1", paymentId, 1000);
        fixture.settle();
        merchant.refund("R2", paymentId, 1000);
        fixture.settle();
        merchant.refund("R3", paymentId, 1000);
        fixture.settle();
        merchant.refund("R4", paymentId, 1000);
        fixture.settle();

        List<Received> received = fixture.merchant.received();
        assertThat(received).hasSize(5);
        assertThat(isSigned(received.get(1))).isFalse();
        assertThat(received.get(2)).isEqualTo(received.get(3));
        assertThat(isSigned(received.get(4))).isTrue();
        assertThat(Json.parse(received.get(4).body()).at("/refundAmount/value").asString())
                .isEqualTo("1001");
        fixture.advance("PT10M");
        assertThat(fixture.merchant.received()).hasSize(6);
    }

    @Test
    void letsARefundOvertakeItsPayment() throws Exception {
        merchant.fault("notifyPayment", "reorder", "");
        merchant.refund("R1", merchant.paid("P1"), 1000);
        fixture.settle();

        assertThat(fixture.merchant.received())
                .extracting(each -> Json.parse(each.body()).path("notifyType").asString())
                .containsExactly("REFUND_RESULT", "PAYMENT_RESULT");
    }

    @Test
    void refundsOnceThoughTheAnswerIsLost() throws Exception {
        String paymentId = merchant.paid("P1");
        merchant.fault("refund", "lose_response", "");
        assertThatThrownBy(() -> merchant.refund("R1", paymentId, 4000)).isInstanceOf(IOException.class);

        assertThat(code(merchant.refund("R1", paymentId, 4000))).isEqualTo("SUCCESS");
        assertThat(fixture.payment("P1").path("refunds").size()).isEqualTo(1);
    }

    @Test
    void doesNothingWhereItSaysItKnowsNothing() throws Exception {
        String paymentId = merchant.paid("P1");
        merchant.fault("refund", "unknown_u", ",\"count\":2");
        assertThat(status(merchant.refund("R1", paymentId, 4000))).isEqualTo("U");
        assertThat(status(merchant.refund("R1", paymentId, 4000))).isEqualTo("U");
        assertThat(fixture.payment("P1").path("refunds").size()).isZero();

        assertThat(status(merchant.refund("R1", paymentId, 4000))).isEqualTo("S");
    }

    @Test
    void answersWithWrongAmountsAndUnknownWordsOnDemand() throws Exception {
        String paymentId = merchant.paid("P1");
        merchant.fault("refund", "wrong_amount", "");
        merchant.fault("inquiryRefund", "unknown_enum", ",\"paymentRequestId\":\"P1\"");
        merchant.fault("inquiryRefund", "wrong_amount", "");

        assertThat(merchant.refund("R1", paymentId, 1000)
                        .at("/refundAmount/value")
                        .asString())
                .isEqualTo("1001");
        assertThat(merchant.inquireRefund("R1").path("refundStatus").asString()).isEqualTo("SETTLING_ELSEWHERE");
        assertThat(merchant.inquireRefund("R1").at("/refundAmount/value").asString())
                .isEqualTo("1001");
        assertThat(fixture.payment("P1").at("/refunds/0/amount/value").asString())
                .isEqualTo("1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http_500_html", "empty_200", "unsigned_success", "bad_signature"})
    void answersBadlyButRefunds(String fault) throws Exception {
        String paymentId = merchant.paid("P1");
        merchant.fault("refund", fault, "");
        fixture.call("refund", merchant.refundRequest("R1", paymentId, 1000).toString());

        assertThat(merchant.inquireRefund("R1").path("refundStatus").asString()).isEqualTo("SUCCESS");
    }

    private boolean isSigned(Received received) {
        return received.isSignedBy(RsaKeys.readPublic(fixture.registered.antomPublicKey()));
    }
}
