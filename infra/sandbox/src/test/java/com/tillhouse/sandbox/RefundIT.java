package com.tillhouse.sandbox;

import static com.tillhouse.sandbox.MerchantCalls.code;
import static com.tillhouse.sandbox.MerchantCalls.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.sandbox.protocol.Json;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RefundIT {

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
    void givesPartsBackUntilNothingIsLeft() throws Exception {
        String paymentId = merchant.paid("P1");
        JsonNode first = merchant.refund("R1", paymentId, 2000);

        assertThat(code(first)).isEqualTo("SUCCESS");
        assertThat(first.path("paymentId").asString()).isEqualTo(paymentId);
        assertThat(first.path("refundAmount").path("value").asString()).isEqualTo("2000");
        assertThat(first.path("refundTime").asString()).isEqualTo("2026-11-22T12:00:00+08:00");
        assertThat(code(merchant.refund("R2", paymentId, 4001))).isEqualTo("REFUND_AMOUNT_EXCEED");
        assertThat(code(merchant.refund("R3", paymentId, 4000))).isEqualTo("SUCCESS");
        assertThat(code(merchant.refund("R4", paymentId, 1))).isEqualTo("REFUND_AMOUNT_EXCEED");
        assertThat(fixture.inquire("P1").path("paymentStatus").asString()).isEqualTo("SUCCESS");
    }

    @Test
    void answersTheSameRequestAlike() throws Exception {
        String paymentId = merchant.paid("P1");
        JsonNode first = merchant.refund("R1", paymentId, 4000);

        assertThat(merchant.refund("R1", paymentId, 4000)).isEqualTo(first);
        assertThat(code(merchant.refund("R1", paymentId, 4001))).isEqualTo("REPEAT_REQ_INCONSISTENT");
        assertThat(code(merchant.refund("R1", merchant.paid("P2"), 4000))).isEqualTo("REPEAT_REQ_INCONSISTENT");
        assertThat(code(merchant.refund("R2", paymentId, 4000))).isEqualTo("REFUND_AMOUNT_EXCEED");
        assertThat(code(merchant.refund("R2", paymentId, 4000))).isEqualTo("REFUND_AMOUNT_EXCEED");
        assertThat(fixture.payment("P1").path("refunds").size()).isEqualTo(2);
    }

    @Test
    void acceptsOneOfManyParallelRefundsThatExceedTogether() throws Exception {
        String paymentId = merchant.paid("P1");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<JsonNode>> calls = IntStream.range(0, 20)
                    .<Callable<JsonNode>>mapToObj(i -> () -> merchant.refund("R" + i, paymentId, 3500))
                    .toList();
            List<Future<JsonNode>> answers = threads.invokeAll(calls);
            long accepted = 0;
            for (Future<JsonNode> answer : answers) {
                accepted += status(answer.get()).equals("S") ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, ORDER_STATUS_INVALID",
        "pend, ORDER_STATUS_INVALID",
        "decline, ORDER_STATUS_INVALID",
        "expire, ORDER_IS_CLOSED"
    })
    void refusesWhatIsNotPaid(String action, String code) throws Exception {
        fixture.open("P1");
        if (!action.equals("OPEN")) {
            fixture.control("POST", "/payments/P1/" + action, "");
        }

        assertThat(code(merchant.refund(
                        "R1", fixture.payment("P1").path("payment_id").asString(), 1)))
                .isEqualTo(code);
    }

    @Test
    void takesTheSameIdOnceThePaymentIsPaid() throws Exception {
        fixture.open("P1");
        String paymentId = fixture.payment("P1").path("payment_id").asString();
        merchant.refund("R1", paymentId, 1);
        fixture.control("POST", "/payments/P1/pay", "");

        assertThat(code(merchant.refund("R1", paymentId, 1))).isEqualTo("SUCCESS");
    }

    @Test
    void refusesWhatIsCancelledOrUnknown() throws Exception {
        String paymentId = merchant.paid("P1");
        merchant.cancel("P1");

        assertThat(code(merchant.refund("R1", paymentId, 1))).isEqualTo("ORDER_IS_CANCELED");
        assertThat(code(merchant.refund("R2", "nothing", 1))).isEqualTo("ORDER_NOT_EXIST");
    }

    @Test
    void refusesAnotherCurrencyAndBadFields() throws Exception {
        String paymentId = merchant.paid("P1");
        ObjectNode request = merchant.refundRequest("R1", paymentId, 1);
        request.withObject("/refundAmount").put("currency", "USD");
        assertThat(code(merchant.call("refund", request.toString()))).isEqualTo("CURRENCY_NOT_SUPPORT");

        request.withObject("/refundAmount").put("value", "0");
        assertThat(code(merchant.call("refund", request.toString()))).isEqualTo("PARAM_ILLEGAL");
        request.remove("refundRequestId");
        assertThat(code(merchant.call("refund", request.toString()))).isEqualTo("PARAM_ILLEGAL");
    }

    @ParameterizedTest
    @CsvSource({"P364DT23H59M59S, SUCCESS", "P365D, REFUND_WINDOW_EXCEED"})
    void keepsTheWindowOfAYear(String later, String code) throws Exception {
        String paymentId = merchant.paid("P1");
        fixture.advance(later);

        assertThat(code(merchant.refund("R1", paymentId, 1))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "BOOST, 100, PARTIAL_REFUND_NOT_SUPPORTED",
        "BOOST, 6000, SUCCESS",
        "MPAY, 100, SUCCESS",
        "KONBINI, 6000, REFUND_NOT_SUPPORTED",
        "BANKTRANSFER_BNI, 6000, REFUND_NOT_SUPPORTED"
    })
    void keepsTheLimitsOfTheMethod(String method, long amount, String code) throws Exception {
        assertThat(code(merchant.refund("R1", merchant.paid("P1", method), amount)))
                .isEqualTo(code);
    }

    @Test
    void refusesASecondRefundWhereTheMethodTakesOne() throws Exception {
        String paymentId = merchant.paid("P1", "MPAY");
        merchant.refund("R1", paymentId, 100);

        assertThat(code(merchant.refund("R2", paymentId, 100))).isEqualTo("MULTIPLE_REFUNDS_NOT_SUPPORTED");
    }

    @Test
    void tellsARefundByInquiryWithTheRefundIdFirst() throws Exception {
        String paymentId = merchant.paid("P1");
        String refundId =
                merchant.refund("R1", paymentId, 2000).path("refundId").asString();
        merchant.refund("R2", paymentId, 1000);
        JsonNode answer =
                merchant.call("inquiryRefund", "{\"refundId\":\"" + refundId + "\",\"refundRequestId\":\"R2\"}");

        assertThat(answer.path("refundRequestId").asString()).isEqualTo("R1");
        assertThat(answer.path("refundStatus").asString()).isEqualTo("SUCCESS");
        assertThat(answer.path("refundAmount").path("value").asString()).isEqualTo("2000");
        JsonNode transactions = fixture.inquire("P1").path("transactions");
        assertThat(transactions.size()).isEqualTo(2);
        assertThat(transactions.path(0).path("transactionType").asString()).isEqualTo("REFUND");
        assertThat(transactions.path(0).path("transactionId").asString()).isEqualTo(refundId);
        assertThat(transactions.path(0).path("transactionStatus").asString()).isEqualTo("SUCCESS");
    }

    @Test
    void findsNoUnknownRefund() throws Exception {
        assertThat(code(merchant.inquireRefund("R9"))).isEqualTo("ORDER_NOT_EXIST");
        fixture.control("POST", "/settings", "{\"refund_not_found\":\"EMPTY_SUCCESS\"}");

        JsonNode answer = merchant.inquireRefund("R9");
        assertThat(code(answer)).isEqualTo("SUCCESS");
        assertThat(answer.has("refundStatus")).isFalse();
        assertThat(code(merchant.call("inquiryRefund", "{}"))).isEqualTo("PARAM_ILLEGAL");
    }

    @Test
    void tellsARefundThatWasRefusedAsFailed() throws Exception {
        merchant.refund("R1", merchant.paid("P1"), 6001);

        JsonNode answer = merchant.inquireRefund("R1");
        assertThat(answer.path("refundStatus").asString()).isEqualTo("FAIL");
        assertThat(answer.has("refundId")).isFalse();
        assertThat(fixture.inquire("P1").has("transactions")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refund_in_process", "refund_in_process_then_fail"})
    void isInProcessOnDemandAndEndsByItself(String fault) throws Exception {
        String paymentId = merchant.paid("P1");
        merchant.fault("refund", fault, ",\"delay\":\"PT1H\"");
        assertThat(code(merchant.refund("R1", paymentId, 4000))).isEqualTo("REFUND_IN_PROCESS");
        assertThat(status(merchant.refund("R1", paymentId, 4000))).isEqualTo("U");
        assertThat(code(merchant.refund("R2", paymentId, 4000))).isEqualTo("REFUND_AMOUNT_EXCEED");
        assertThat(merchant.inquireRefund("R1").path("refundStatus").asString()).isEqualTo("PROCESSING");
        assertThat(code(merchant.cancel("P1"))).isEqualTo("ORDER_STATUS_INVALID");
        fixture.advance("PT1H");

        boolean well = fault.equals("refund_in_process");
        assertThat(merchant.inquireRefund("R1").path("refundStatus").asString()).isEqualTo(well ? "SUCCESS" : "FAIL");
        assertThat(code(merchant.refund("R1", paymentId, 4000))).isEqualTo(well ? "SUCCESS" : "PROCESS_FAIL");
        assertThat(code(merchant.refund("R3", paymentId, 4000))).isEqualTo(well ? "REFUND_AMOUNT_EXCEED" : "SUCCESS");
        JsonNode notice = Json.parse(fixture.merchant.received().get(1).body());
        assertThat(notice.path("refundStatus").asString()).isEqualTo(well ? "SUCCESS" : "FAIL");
    }

    @Test
    void remembersARefusalThatWasAskedFor() throws Exception {
        String paymentId = merchant.paid("P1");
        merchant.fault("refund", "result_code", ",\"code\":\"MERCHANT_BALANCE_NOT_ENOUGH\"");

        assertThat(code(merchant.refund("R1", paymentId, 1))).isEqualTo("MERCHANT_BALANCE_NOT_ENOUGH");
        assertThat(code(merchant.refund("R1", paymentId, 1))).isEqualTo("MERCHANT_BALANCE_NOT_ENOUGH");
        assertThat(code(merchant.refund("R2", paymentId, 1))).isEqualTo("SUCCESS");
    }
}
