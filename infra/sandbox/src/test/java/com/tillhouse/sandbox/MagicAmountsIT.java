package com.tillhouse.sandbox;

import static com.tillhouse.sandbox.MerchantCalls.code;
import static com.tillhouse.sandbox.MerchantCalls.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Amounts that ask for a fault, where the switch is on. */
class MagicAmountsIT {

    private SandboxFixture fixture;
    private MerchantCalls merchant;

    @BeforeEach
    void start() throws Exception {
        fixture = new SandboxFixture();
        merchant = new MerchantCalls(fixture);
        fixture.control("POST", "/settings", "{\"magic_amounts\":true}");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void areOrdinaryAmountsWhileTheSwitchIsOff() throws Exception {
        fixture.control("POST", "/settings", "{\"magic_amounts\":false}");
        open("P1", "17701");

        assertThat(pay("P1")).isEqualTo("SUCCESS");
    }

    @ParameterizedTest
    @CsvSource({"6000, SUCCESS", "1701, SUCCESS", "7710, SUCCESS", "7701, FAIL", "127701, FAIL"})
    void declineAPayment(String amount, String status) throws Exception {
        open("P1", amount);

        assertThat(pay("P1")).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"7702, SUCCESS", "7703, FAIL"})
    void leaveAPaymentPendingForAMinute(String amount, String end) throws Exception {
        open("P1", amount);
        assertThat(pay("P1")).isEqualTo("PENDING");
        fixture.advance("PT59S");
        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo("PENDING");
        fixture.advance("PT1S");

        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo(end);
        assertThat(fixture.merchant.received()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"7711, SUCCESS", "7712, FAIL"})
    void leaveARefundInProcessForAMinute(long amount, String end) throws Exception {
        String paymentId = paid("P1", "1000000");
        assertThat(code(merchant.refund("R1", paymentId, amount))).isEqualTo("REFUND_IN_PROCESS");
        fixture.advance("PT1M");

        assertThat(merchant.inquireRefund("R1").path("refundStatus").asString()).isEqualTo(end);
    }

    @Test
    void answerARefundTwiceWithNothing() throws Exception {
        String paymentId = paid("P1", "1000000");

        assertThat(status(merchant.refund("R1", paymentId, 7721))).isEqualTo("U");
        assertThat(status(merchant.refund("R1", paymentId, 7721))).isEqualTo("U");
        assertThat(status(merchant.refund("R1", paymentId, 7721))).isEqualTo("S");
        assertThat(status(merchant.refund("R2", paymentId, 7721))).isEqualTo("U");
    }

    @Test
    void refuseARefundForWantOfMoney() throws Exception {
        assertThat(code(merchant.refund("R1", paid("P1", "1000000"), 7731))).isEqualTo("MERCHANT_BALANCE_NOT_ENOUGH");
    }

    @Test
    void loseTheFirstAnswerOfAnOrdersSession() throws Exception {
        assertThatThrownBy(() -> open("P1", "7741")).isInstanceOf(IOException.class);
        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo("OPEN");

        assertThat(code(open("P2", "7741"))).isEqualTo("SUCCESS");
    }

    @ParameterizedTest
    @CsvSource({"7751, UNKNOWN_EXCEPTION, SUCCESS", "7753, CANCEL_WINDOW_EXCEED, SUCCESS", "7754, SUCCESS, CANCELLED"})
    void spoilACancel(String amount, String code, String status) throws Exception {
        open("P1", amount);
        if (!amount.equals("7754")) {
            pay("P1");
        }

        assertThat(code(merchant.cancel("P1"))).isEqualTo(code);
        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo(status);
    }

    @Test
    void countWholeRupiah() throws Exception {
        ObjectNode request = request("P1", "770100");
        request.withObject("/paymentAmount").put("currency", "IDR");
        fixture.call("createPaymentSession", request.toString());

        assertThat(pay("P1")).isEqualTo("FAIL");
    }

    private String paid(String id, String amount) throws Exception {
        open(id, amount);
        pay(id);
        return fixture.payment(id).path("payment_id").asString();
    }

    private JsonNode open(String id, String amount) throws Exception {
        return merchant.call("createPaymentSession", request(id, amount).toString());
    }

    private ObjectNode request(String id, String amount) {
        ObjectNode request = fixture.sessionRequest(id);
        request.withObject("/paymentAmount").put("value", amount);
        return request;
    }

    private String pay(String id) throws Exception {
        fixture.control("POST", "/payments/" + id + "/pay", "");
        fixture.settle();
        return fixture.payment(id).path("status").asString();
    }
}
