package com.tillhouse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.sandbox.client.Registration;
import com.tillhouse.sandbox.protocol.Json;
import com.tillhouse.sandbox.protocol.RsaKeys;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Delivery: the schedule, the one acknowledgement, and the faults. */
class NotificationIT {

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
    void triesAgainAtTheDocumentedMomentsAndNoOther() throws Exception {
        fixture.merchant.answersWith(500, "no");
        pay("P1");
        assertThat(fixture.merchant.received()).hasSize(1);

        fixture.advance("PT1M59S");
        assertThat(fixture.merchant.received()).hasSize(1);
        fixture.advance("PT1S");
        assertThat(fixture.merchant.received()).hasSize(2);
        fixture.advance("PT10M");
        fixture.advance("PT10M");
        fixture.advance("PT1H");
        fixture.advance("PT2H");
        fixture.advance("PT6H");
        assertThat(fixture.merchant.received()).hasSize(7);
        fixture.advance("PT14H59M");
        assertThat(fixture.merchant.received()).hasSize(7);
        fixture.advance("PT1M");
        assertThat(fixture.merchant.received()).hasSize(8);
        fixture.advance("P30D");
        assertThat(fixture.merchant.received()).hasSize(8);
    }

    @Test
    void makesAllDueAttemptsAtOnceWhenTheClockJumps() throws Exception {
        fixture.merchant.answersWith(200, "{}");
        pay("P1");
        fixture.advance("PT25H");

        assertThat(fixture.merchant.received()).hasSize(8);
        assertThat(new HashSet<>(fixture.merchant.received().stream()
                        .map(MerchantFixture.Received::body)
                        .toList()))
                .hasSize(1);
    }

    @Test
    void followsAnOutsideClockToo() throws Exception {
        fixture.merchant.answersWith(503, "");
        pay("P1");
        fixture.clock.move(Duration.ofMinutes(2));
        fixture.settle();

        assertThat(fixture.merchant.received()).hasSize(2);
    }

    @Test
    void stopsAtTheAcknowledgement() throws Exception {
        fixture.merchant.answersWith(503, "");
        pay("P1");
        fixture.merchant.answersWith(200, MerchantFixture.ACKNOWLEDGEMENT);
        fixture.advance("PT25H");

        assertThat(fixture.merchant.received()).hasSize(2);
        JsonNode notice = fixture.payment("P1").path("notifications").path(0);
        assertThat(notice.path("acknowledged").asBoolean()).isTrue();
        assertThat(notice.path("next_attempt_at").isNull()).isTrue();
        assertThat(notice.path("attempts").path(0).path("status").asInt()).isEqualTo(503);
        assertThat(notice.path("attempts").path(0).path("problem").asString()).contains("503");
        assertThat(notice.path("attempts").path(1).path("reply").asString()).isEqualTo(MerchantFixture.ACKNOWLEDGEMENT);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "200 | {\"result\":{\"resultStatus\":\"F\",\"resultCode\":\"SUCCESS\"}}",
                "200 | {\"result\":{\"resultStatus\":\"S\",\"resultCode\":\"OK\"}}",
                "200 | success",
                "200 | ``",
                "202 | {\"result\":{\"resultStatus\":\"S\",\"resultCode\":\"SUCCESS\"}}"
            })
    void takesNothingElseForAnAcknowledgement(int status, String reply) throws Exception {
        fixture.merchant.answersWith(status, reply);
        pay("P1");
        fixture.advance("PT2M");

        assertThat(fixture.merchant.received()).hasSize(2);
    }

    @Test
    void recordsThatNobodyAnswered() throws Exception {
        fixture.merchant.close();
        pay("P1");

        JsonNode attempt = fixture.payment("P1")
                .path("notifications")
                .path(0)
                .path("attempts")
                .path(0);
        assertThat(attempt.path("status").isNull()).isTrue();
        assertThat(attempt.path("problem").asString()).contains("ConnectException");
    }

    @Test
    void stretchesTheScheduleByTheFactor() throws Exception {
        fixture.control("POST", "/settings", "{\"retry_time_factor\":0.01}");
        fixture.merchant.answersWith(500, "");
        pay("P1");
        fixture.advance("PT1.2S");

        assertThat(fixture.merchant.received()).hasSize(2);
    }

    @Test
    void doesNotSendAgainAfterAWrongAnswerWhereTheSwitchSaysSo() throws Exception {
        fixture.control("POST", "/settings", "{\"resend_after_wrong_answer\":false}");
        fixture.merchant.answersWith(200, "ok");
        pay("P1");
        fixture.advance("PT25H");

        assertThat(fixture.merchant.received()).hasSize(1);
    }

    @Test
    void usesTheClientsAddressWhenTheRequestNamesNone() throws Exception {
        fixture.sandbox()
                .register(new Registration(
                        SandboxFixture.CLIENT,
                        RsaKeys.encode(SandboxFixture.MERCHANT_KEYS.getPublic()),
                        null,
                        null,
                        fixture.merchant.notifyUrl()));
        ObjectNode request = fixture.sessionRequest("P1");
        request.remove("paymentNotifyUrl");
        fixture.call("createPaymentSession", request.toString());
        fixture.control("POST", "/payments/P1/pay", "");
        fixture.settle();

        assertThat(fixture.merchant.received()).hasSize(1);
    }

    @Test
    void tellsAnExpiryOnce() throws Exception {
        fixture.open("P1");
        fixture.advance("PT59M59S");
        assertThat(fixture.merchant.received()).isEmpty();
        fixture.advance("PT1S");
        fixture.advance("PT25H");

        assertThat(fixture.merchant.received()).hasSize(1);
        JsonNode body = Json.parse(fixture.merchant.received().getFirst().body());
        assertThat(body.path("result").path("resultStatus").asString()).isEqualTo("F");
        assertThat(body.path("result").path("resultCode").asString()).isEqualTo("ORDER_IS_CLOSED");
        assertThat(fixture.inquire("P1").path("paymentStatus").asString()).isEqualTo("FAIL");
    }

    @Test
    void keepsAnExpiryToItselfWhereTheSwitchSaysSo() throws Exception {
        fixture.control("POST", "/settings", "{\"expiry_notification\":false}");
        fixture.open("P1");
        fixture.advance("PT25H");

        assertThat(fixture.merchant.received()).isEmpty();
        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo("EXPIRED");
    }

    @Test
    void doesNotExpireWhatTheBuyerHasPaid() throws Exception {
        pay("P1");
        fixture.advance("PT25H");

        assertThat(fixture.merchant.received()).hasSize(1);
        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo("SUCCESS");
    }

    @Test
    void sendsTwiceOnDemand() throws Exception {
        fault("duplicate");
        pay("P1");

        assertThat(fixture.merchant.received()).hasSize(2);
        assertThat(fixture.merchant.received().get(0))
                .isEqualTo(fixture.merchant.received().get(1));
        assertThat(fixture.payment("P1")
                        .path("notifications")
                        .path(0)
                        .path("attempts")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void comesLateOnDemand() throws Exception {
        fixture.control("POST", "/faults", "{\"api\":\"notifyPayment\",\"fault\":\"late\",\"delay\":\"PT2H\"}");
        pay("P1");
        assertThat(fixture.merchant.received()).isEmpty();

        fixture.advance("PT2H");
        assertThat(fixture.merchant.received()).hasSize(1);
    }

    @Test
    void tampersWithTheFirstAttemptOnly() throws Exception {
        fault("tamper");
        fixture.merchant.answersWith(401, "");
        pay("P1");
        fixture.advance("PT2M");

        assertThat(fixture.merchant.received())
                .extracting(notice -> notice.isSignedBy(RsaKeys.readPublic(fixture.registered.antomPublicKey())))
                .containsExactly(false, true);
    }

    @Test
    void namesAWrongAmountUnderAGoodSignature() throws Exception {
        fault("wrong_amount");
        pay("P1");

        MerchantFixture.Received notice = fixture.merchant.received().getFirst();
        assertThat(notice.isSignedBy(RsaKeys.readPublic(fixture.registered.antomPublicKey())))
                .isTrue();
        assertThat(Json.parse(notice.body()).path("paymentAmount").path("value").asString())
                .isEqualTo("6001");
    }

    @Test
    void letsALaterNotificationOvertakeAnEarlierOne() throws Exception {
        fault("reorder");
        fixture.open("P1");
        fixture.control("POST", "/payments/P1/pend", "");
        fixture.settle();
        assertThat(fixture.merchant.received()).isEmpty();
        fixture.control("POST", "/payments/P1/pay", "");
        fixture.settle();

        assertThat(fixture.merchant.received())
                .extracting(
                        notice -> Json.parse(notice.body()).path("notifyType").asString())
                .containsExactly("PAYMENT_RESULT", "PAYMENT_PENDING");
    }

    private void pay(String id) throws Exception {
        fixture.open(id);
        fixture.control("POST", "/payments/" + id + "/pay", "");
        fixture.settle();
    }

    private void fault(String name) throws Exception {
        fixture.control("POST", "/faults", "{\"api\":\"notifyPayment\",\"fault\":\"" + name + "\"}");
    }
}
