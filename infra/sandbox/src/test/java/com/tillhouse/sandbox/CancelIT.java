package com.tillhouse.sandbox;

import static com.tillhouse.sandbox.MerchantCalls.code;
import static com.tillhouse.sandbox.MerchantCalls.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.sandbox.protocol.Json;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CancelIT {

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
    void closesASessionThatNobodyHasUsed() throws Exception {
        fixture.open("P1");
        JsonNode answer = merchant.cancel("P1");

        assertThat(code(answer)).isEqualTo("SUCCESS");
        assertThat(answer.path("paymentRequestId").asString()).isEqualTo("P1");
        assertThat(answer.path("cancelTime").asString()).isEqualTo("2026-11-22T12:00:00+08:00");
        assertThat(fixture.inquire("P1").path("paymentStatus").asString()).isEqualTo("CANCELLED");
        assertThat(fixture.tryControl("POST", "/payments/P1/pay", "").statusCode())
                .isEqualTo(409);
    }

    @Test
    void leavesASessionThatNobodyHasUsedOpenWhereTheSwitchSaysSo() throws Exception {
        fixture.control("POST", "/settings", "{\"cancel_before_action\":\"ORDER_NOT_EXIST\"}");
        fixture.open("P1");

        assertThat(code(merchant.cancel("P1"))).isEqualTo("ORDER_NOT_EXIST");
        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo("OPEN");
    }

    @Test
    void givesAPaymentBackAndKeepsItCancelled() throws Exception {
        merchant.paid("P1");
        JsonNode answer = merchant.cancel("P1");
        fixture.advance("P2D");

        assertThat(code(answer)).isEqualTo("SUCCESS");
        assertThat(merchant.cancel("P1")).isEqualTo(answer);
        assertThat(fixture.inquire("P1").path("paymentStatus").asString()).isEqualTo("CANCELLED");
        assertThat(fixture.merchant.received()).hasSize(1);
    }

    @Test
    void prefersThePaymentId() throws Exception {
        String first = merchant.paid("P1");
        merchant.paid("P2");
        merchant.call("cancel", "{\"paymentId\":\"" + first + "\",\"paymentRequestId\":\"P2\"}");

        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo("CANCELLED");
        assertThat(fixture.payment("P2").path("status").asString()).isEqualTo("SUCCESS");
    }

    /** The clock stands at 12:00 in Antom's zone. */
    @ParameterizedTest
    @CsvSource({
        "ALIPAY_CN, PT12H14M59S, SUCCESS",
        "ALIPAY_CN, PT12H15M, CANCEL_WINDOW_EXCEED",
        "CARD, PT167H59M59S, SUCCESS",
        "CARD, PT168H, CANCEL_WINDOW_EXCEED",
        "MERCADOPAGO_BR, PT167H, SUCCESS",
        "DANA, PT0S, PAYMENT_METHOD_NOT_SUPPORTED",
        "GOPAY_ID, PT0S, PAYMENT_METHOD_NOT_SUPPORTED",
        "JKOPAY, PT0S, PAYMENT_METHOD_NOT_SUPPORTED",
        "BANKAPP_BBL, PT0S, PAYMENT_METHOD_NOT_SUPPORTED"
    })
    void keepsTheWindowOfTheMethod(String method, String later, String code) throws Exception {
        merchant.paid("P1", method);
        fixture.advance(later);

        assertThat(code(merchant.cancel("P1"))).isEqualTo(code);
        assertThat(fixture.payment("P1").path("status").asString())
                .isEqualTo(code.equals("SUCCESS") ? "CANCELLED" : "SUCCESS");
    }

    @ParameterizedTest
    @CsvSource({"BANKAPP_BBL, SUCCESS", "DANA, PAYMENT_METHOD_NOT_SUPPORTED"})
    void cancelsAPendingPaymentWhereTheMethodLets(String method, String code) throws Exception {
        fixture.open("P1");
        fixture.control("POST", "/payments/P1/pend", "{\"method\":\"" + method + "\"}");

        assertThat(code(merchant.cancel("P1"))).isEqualTo(code);
    }

    @Test
    void refusesWhatIsRefundedInPart() throws Exception {
        String paymentId = merchant.paid("P1");
        merchant.refund("R1", paymentId, 1);

        assertThat(code(merchant.cancel("P1"))).isEqualTo("ORDER_STATUS_INVALID");
    }

    @Test
    void closesAFailedPaymentUnlessTheSwitchSaysNo() throws Exception {
        fixture.open("P1");
        fixture.control("POST", "/payments/P1/decline", "");
        fixture.control("POST", "/settings", "{\"cancel_after_failure\":\"ORDER_STATUS_INVALID\"}");
        assertThat(code(merchant.cancel("P1"))).isEqualTo("ORDER_STATUS_INVALID");
        fixture.control("POST", "/settings", "{\"cancel_after_failure\":\"CANCELLED\"}");
        assertThat(code(merchant.cancel("P1"))).isEqualTo("SUCCESS");
    }

    @Test
    void knowsNoForeignPayment() throws Exception {
        assertThat(code(merchant.cancel("P9"))).isEqualTo("ORDER_NOT_EXIST");
        assertThat(code(merchant.call("cancel", "{}"))).isEqualTo("PARAM_ILLEGAL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CANCEL_WINDOW_EXCEED",
                "MERCHANT_BALANCE_NOT_ENOUGH",
                "ORDER_NOT_EXIST",
                "ORDER_STATUS_INVALID",
                "PAYMENT_METHOD_NOT_SUPPORTED",
                "USER_NOT_EXIST",
                "USER_STATUS_ABNORMAL",
                "ACCESS_DENIED",
                "INVALID_API",
                "KEY_NOT_FOUND",
                "NO_INTERFACE_DEF",
                "PARAM_ILLEGAL",
                "PROCESS_FAIL",
                "SYSTEM_ERROR",
                "REQUEST_TRAFFIC_EXCEED_LIMIT",
                "UNKNOWN_EXCEPTION"
            })
    void answersWithAnyDocumentedCodeOnDemand(String code) throws Exception {
        merchant.paid("P1");
        merchant.fault("cancel", "result_code", ",\"code\":\"" + code + "\"");

        assertThat(code(merchant.cancel("P1"))).isEqualTo(code);
        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo("SUCCESS");
    }

    @Test
    void losesItsAnswerButCancels() throws Exception {
        merchant.paid("P1");
        merchant.fault("cancel", "lose_response", "");

        assertThatThrownBy(() -> merchant.cancel("P1")).isInstanceOf(IOException.class);
        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void knowsNothingAsOftenAsAsked() throws Exception {
        merchant.paid("P1");
        merchant.fault("cancel", "unknown_u", ",\"count\":2");

        assertThat(status(merchant.cancel("P1"))).isEqualTo("U");
        assertThat(status(merchant.cancel("P1"))).isEqualTo("U");
        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo("SUCCESS");
        assertThat(status(merchant.cancel("P1"))).isEqualTo("S");
    }

    @Test
    void winsOverASuccessThatIsNotifiedMeanwhile() throws Exception {
        fixture.open("P1");
        merchant.fault("cancel", "cancel_races_success", "");
        JsonNode answer = merchant.cancel("P1");

        assertThat(code(answer)).isEqualTo("SUCCESS");
        assertThat(fixture.merchant.received()).hasSize(1);
        JsonNode notice = Json.parse(fixture.merchant.received().getFirst().body());
        assertThat(status(notice)).isEqualTo("S");
        JsonNode payment = fixture.payment("P1");
        assertThat(payment.path("status").asString()).isEqualTo("CANCELLED");
        assertThat(payment.path("paid_at").isNull()).isFalse();
    }
}
