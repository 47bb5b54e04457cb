package com.tillhouse.sandbox;

import static com.tillhouse.sandbox.MerchantCalls.code;
import static com.tillhouse.sandbox.MerchantCalls.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.sandbox.protocol.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Sessions opened with captureMode MANUAL. */
class CaptureIT {

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
    void takesPartsUntilNothingIsLeft() throws Exception {
        String paymentId = merchant.authorised("P1", "CARD");
        JsonNode first = merchant.capture("C1", paymentId, 2000, false);

        assertThat(code(first)).isEqualTo("SUCCESS");
        assertThat(first.path("captureAmount").path("value").asString()).isEqualTo("2000");
        assertThat(first.path("captureId").asString()).isNotEmpty();
        assertThat(code(merchant.capture("C2", paymentId, 4001, false))).isEqualTo("CAPTURE_AMOUNT_EXCEED_AUTH_LIMIT");
        assertThat(code(merchant.capture("C3", paymentId, 4000, false))).isEqualTo("SUCCESS");
        JsonNode answer = fixture.inquire("P1");
        assertThat(answer.path("transactions").size()).isEqualTo(2);
        assertThat(answer.path("transactions").path(1).path("transactionType").asString())
                .isEqualTo("CAPTURE");
        assertThat(answer.path("authExpiryTime").asString()).isEqualTo("2026-11-29T12:00:00+08:00");
    }

    @Test
    void answersTheSameRequestAlike() throws Exception {
        String paymentId = merchant.authorised("P1", "CARD");
        JsonNode first = merchant.capture("C1", paymentId, 2000, false);

        assertThat(merchant.capture("C1", paymentId, 2000, false)).isEqualTo(first);
        assertThat(code(merchant.capture("C1", paymentId, 2001, false))).isEqualTo("REPEAT_REQ_INCONSISTENT");
    }

    @Test
    void takesNothingAfterTheLastCapture() throws Exception {
        String paymentId = merchant.authorised("P1", "CARD");
        merchant.capture("C1", paymentId, 2000, true);

        assertThat(code(merchant.capture("C2", paymentId, 1, false))).isEqualTo("MULTI_CAPTURE_NOT_SUPPORTED");
    }

    @Test
    void takesOneCaptureWhereTheMethodIsNoCard() throws Exception {
        String paymentId = merchant.authorised("P1", "ALIPAY_HK");
        merchant.capture("C1", paymentId, 2000, false);

        assertThat(code(merchant.capture("C2", paymentId, 1, false))).isEqualTo("MULTI_CAPTURE_NOT_SUPPORTED");
    }

    @ParameterizedTest
    @CsvSource({"PT167H59M59S, SUCCESS", "PT168H, AUTH_EXPIRED"})
    void keepsTheAuthorisationForSevenDays(String later, String code) throws Exception {
        String paymentId = merchant.authorised("P1", "CARD");
        fixture.advance(later);

        assertThat(code(merchant.capture("C1", paymentId, 6000, true))).isEqualTo(code);
    }

    @Test
    void findsNoAuthorisationWhereThereIsNone() throws Exception {
        assertThat(code(merchant.capture("C1", merchant.paid("P1"), 1, true))).isEqualTo("AUTH_NOT_FOUND");
        assertThat(code(merchant.capture("C2", "nothing", 1, true))).isEqualTo("AUTH_NOT_FOUND");
    }

    @Test
    void refusesACancelledAuthorisation() throws Exception {
        String paymentId = merchant.authorised("P1", "CARD");
        merchant.cancel("P1");

        assertThat(code(merchant.capture("C1", paymentId, 1, true))).isEqualTo("AUTH_CANCELLED");
    }

    @Test
    void endsTheWindowOfCancelAndOpensThatOfRefund() throws Exception {
        String paymentId = merchant.authorised("P1", "CARD");
        assertThat(code(merchant.refund("R1", paymentId, 1))).isEqualTo("ORDER_STATUS_INVALID");
        merchant.capture("C1", paymentId, 2000, true);

        assertThat(code(merchant.cancel("P1"))).isEqualTo("CANCEL_WINDOW_EXCEED");
        assertThat(code(merchant.refund("R2", paymentId, 2001))).isEqualTo("REFUND_AMOUNT_EXCEED");
        assertThat(code(merchant.refund("R1", paymentId, 2000))).isEqualTo("SUCCESS");
    }

    @Test
    void tellsACapture() throws Exception {
        String paymentId = merchant.authorised("P1", "CARD");
        merchant.capture("C1", paymentId, 2000, true);
        fixture.settle();

        JsonNode notice = Json.parse(fixture.merchant.received().getLast().body());
        assertThat(notice.path("notifyType").asString()).isEqualTo("CAPTURE_RESULT");
        assertThat(status(notice)).isEqualTo("S");
        assertThat(notice.path("captureRequestId").asString()).isEqualTo("C1");
        assertThat(notice.path("paymentId").asString()).isEqualTo(paymentId);
        assertThat(notice.path("captureAmount").path("value").asString()).isEqualTo("2000");
        assertThat(notice.path("acquirerReferenceNo").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"capture_in_process, SUCCESS, S", "capture_in_process_then_fail, PROCESS_FAIL, F"})
    void isInProcessOnDemandAndEndsByItself(String fault, String code, String told) throws Exception {
        String paymentId = merchant.authorised("P1", "CARD");
        merchant.fault("capture", fault, "");
        assertThat(code(merchant.capture("C1", paymentId, 2000, true))).isEqualTo("CAPTURE_IN_PROCESS");
        assertThat(code(merchant.refund("R1", paymentId, 1))).isEqualTo("ORDER_STATUS_INVALID");
        fixture.advance("PT1M");

        assertThat(code(merchant.capture("C1", paymentId, 2000, true))).isEqualTo(code);
        JsonNode notice = Json.parse(fixture.merchant.received().getLast().body());
        assertThat(status(notice)).isEqualTo(told);
    }
}
