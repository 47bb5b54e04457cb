package com.tillhouse.core.adapter.antom;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.adapter.antom.AntomServerFixture.Answering;
import com.tillhouse.core.adapter.antom.wire.SdkSelfTest;
import com.tillhouse.core.adapter.antom.wire.TransportFixture;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.Outcome.Reason;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.domain.RefundNews.Standing;
import com.tillhouse.core.refund.domain.RefundOrigin;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AntomRefundGatewayIT {
    private static final String ID = "re_0123456789abcdefghijklmnop";
    private static final String DONE = """
            {"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"ok"},"refundRequestId":"%s","refundId":"4018",\
            "paymentId":"2024","refundAmount":{"currency":"CNY","value":"400"},"refundTime":"2026-11-22T19:59:00+08:00","new":1}""".formatted(ID);
    private static final String HELD = """
            {"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"ok"},"refundStatus":"SUCCESS","refundRequestId":"%s",\
            "refundId":"4018","refundAmount":{"currency":"CNY","value":"400"},"refundTime":"2026-11-22T19:59:00+08:00"}""".formatted(ID);

    private final AntomFixture merchant = new AntomFixture();
    private AntomServerFixture antom;
    private GatewayAccount account;
    private AntomRefundGateway gateway;

    @BeforeAll
    static void sdkWorks() {
        SdkSelfTest.run();
    }

    @BeforeEach
    void start() throws IOException {
        antom = new AntomServerFixture();
        account = merchant.account(antom.url(), AntomFixture.base64(antom.keys.getPublic()));
        gateway = new AntomRefundGateway(
                new AntomClients(
                        merchant.unitOfWork(),
                        merchant.vault(),
                        TransportFixture.waiting(Duration.ofSeconds(2)),
                        InstantSource.system()),
                URI.create("https://webhooks.example/"));
    }

    @AfterEach
    void stop() {
        antom.close();
    }

    @Test
    void refundsAndTellsWhereToTellTheResult() {
        antom.says(DONE);
        ProviderResult said = new ProviderResult("S", "SUCCESS", "ok");
        assertThat(send())
                .isEqualTo(new Outcome.Confirmed<>(
                        new RefundNews(
                                Standing.SUCCEEDED,
                                Cause.API,
                                said,
                                new Money("CNY", 400),
                                "4018",
                                Instant.parse("2026-11-22T11:59:00Z")),
                        said));
        assertThat(antom.asked.getFirst().path()).isEqualTo("/ams/api/v1/payments/refund");
        assertThat(antom.asked.getFirst().body())
                .isEqualTo("{\"paymentId\":\"2024\",\"refundAmount\":{\"currency\":\"CNY\",\"value\":\"400\"},"
                        + "\"refundNotifyUrl\":\"https://webhooks.example" + AntomFixture.NOTIFY_PATH + "\","
                        + "\"refundReason\":\"cold coffee\",\"refundRequestId\":\"" + ID + "\"}");
    }

    @Test
    void sendsTheSameAgainByteForByte() {
        antom.says(refusal("U", "UNKNOWN_EXCEPTION"));
        for (int i = 0; i < 3; i++) {
            assertUndetermined(send(), Reason.SAID_UNKNOWN);
        }
        assertThat(antom.asked)
                .extracting(AntomServerFixture.Asked::body)
                .hasSize(3)
                .containsOnly(antom.asked.getFirst().body());
    }

    @Test
    void takesInProcessForTaken() {
        antom.says(refusal("U", "REFUND_IN_PROCESS"));
        assertStanding(send(), Standing.IN_PROCESS, Cause.API);
    }

    @Test
    void doesNotTakeAnUnsignedInProcess() {
        antom.answers(call -> call.reply(200, refusal("U", "REFUND_IN_PROCESS"), Map.of()));
        assertUndetermined(send(), Reason.UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN_EXCEPTION", "REQUEST_TRAFFIC_EXCEED_LIMIT", "SOMETHING_NEW"})
    void decidesNothingOnAnyOtherU(String code) {
        antom.says(refusal("U", code));
        assertUndetermined(send(), Reason.SAID_UNKNOWN);
        assertThat(antom.asked).hasSize(1);
    }

    /** Every F of the table of refund by which Antom judges the refund itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "MERCHANT_BALANCE_NOT_ENOUGH",
                "REFUND_AMOUNT_EXCEED",
                "REFUND_WINDOW_EXCEED",
                "MULTIPLE_REFUNDS_NOT_SUPPORTED",
                "PARTIAL_REFUND_NOT_SUPPORTED",
                "REFUND_NOT_SUPPORTED",
                "PAYMENT_METHOD_NOT_SUPPORTED",
                "ORDER_IS_CANCELED",
                "ORDER_IS_CLOSED",
                "ORDER_NOT_EXIST",
                "CURRENCY_NOT_SUPPORT"
            })
    void failsAtOnceWhenTheRefundWasJudged(String code) {
        antom.says(refusal("F", code));
        assertFailed(send(), code);
        assertThat(antom.asked).hasSize(1);
    }

    /** Every other F of that table, and one that it does not have, with every answer to the question that follows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ORDER_STATUS_INVALID",
                "INVALID_MERCHANT_STATUS",
                "ACCESS_DENIED",
                "INVALID_API",
                "KEY_NOT_FOUND",
                "NO_INTERFACE_DEF",
                "PARAM_ILLEGAL",
                "PROCESS_FAIL",
                "SYSTEM_ERROR",
                "SOMETHING_NEW"
            })
    void asksWhetherAnEarlierSendingWasTaken(String code) {
        refusesAndThenSays(code, refusal("F", "ORDER_NOT_EXIST"));
        assertFailed(send(), code);
        refusesAndThenSays(code, HELD.replace("\"refundStatus\":\"SUCCESS\"", "\"refundStatus\":\"FAIL\""));
        assertStanding(send(), Standing.FAILED, Cause.INQUIRY);
        refusesAndThenSays(code, HELD);
        assertStanding(send(), Standing.SUCCEEDED, Cause.INQUIRY);
        refusesAndThenSays(code, HELD.replace("\"refundStatus\":\"SUCCESS\"", "\"refundStatus\":\"PROCESSING\""));
        assertStanding(send(), Standing.IN_PROCESS, Cause.INQUIRY);
        for (String unclear :
                new String[] {refusal("F", code), refusal("U", "UNKNOWN_EXCEPTION"), refusal("S", "SUCCESS"), "<html>"
                }) {
            refusesAndThenSays(code, unclear);
            assertUndetermined(send(), Reason.INCONSISTENT);
        }
    }

    @Test
    void showsAnotherAmountUnderOurIdToAPerson() {
        refusesAndThenSays("REPEAT_REQ_INCONSISTENT", HELD.replace("\"400\"", "\"500\""));
        Refund refund = refund();
        var said = (Outcome.Confirmed<RefundNews>) gateway.send(account, refund, "2024");
        refund.apply(said.value(), Instant.EPOCH);
        assertThat(refund.state().reviewReason()).isEqualTo("amount_mismatch");
    }

    @Test
    void doesNotBelieveThatAnIdIsBothKnownAndUnknown() {
        refusesAndThenSays("REPEAT_REQ_INCONSISTENT", refusal("F", "ORDER_NOT_EXIST"));
        assertUndetermined(send(), Reason.INCONSISTENT);
    }

    @ParameterizedTest
    @CsvSource({"SUCCESS,SUCCEEDED,S", "FAIL,FAILED,F", "PROCESSING,IN_PROCESS,U"})
    void readsTheStateOfARefund(String written, Standing standing, String status) {
        antom.says(HELD.replace("\"refundStatus\":\"SUCCESS\"", "\"refundStatus\":\"" + written + "\""));
        assertThat(inquire()).isInstanceOfSatisfying(Outcome.Confirmed.class, said -> {
            RefundNews news = (RefundNews) said.value();
            assertThat(news.standing()).isEqualTo(standing);
            assertThat(news.cause()).isEqualTo(Cause.INQUIRY);
            assertThat(news.amount()).isEqualTo(new Money("CNY", 400));
            assertThat(news.providerRefundId()).isEqualTo("4018");
            assertThat(news.result()).isEqualTo(new ProviderResult(status, written, null));
        });
        assertThat(antom.asked.getFirst().path()).isEqualTo("/ams/api/v1/payments/inquiryRefund");
        assertThat(antom.asked.getFirst().body()).isEqualTo("{\"refundRequestId\":\"" + ID + "\"}");
    }

    @Test
    void takesNoSuchOrderForUnknownThere() {
        antom.says(refusal("F", "ORDER_NOT_EXIST"));
        assertStanding(inquire(), Standing.UNKNOWN_THERE, Cause.INQUIRY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUND_NOT_EXIST", "ACCESS_DENIED", "SYSTEM_ERROR"})
    void takesNoOtherRefusalForUnknownThere(String code) {
        antom.says(refusal("F", code));
        assertUndetermined(inquire(), Reason.SAID_UNKNOWN);
    }

    @Test
    void doesNotTakeAnAnsweredQuestionForASuccess() {
        antom.says(refusal("S", "SUCCESS"));
        assertUndetermined(inquire(), Reason.INCONSISTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"WAT\"", "\"success\"", "\"\"", "\"PENDING\"", "\"CANCELLED\""})
    void doesNotKnowAnUnknownStatus(String written) {
        antom.says(HELD.replace("\"refundStatus\":\"SUCCESS\"", "\"refundStatus\":" + written));
        assertUndetermined(inquire(), Reason.UNREADABLE);
    }

    @Test
    void doesNotTakeANumberForAStatus() {
        antom.says(HELD.replace("\"refundStatus\":\"SUCCESS\"", "\"refundStatus\":0"));
        assertUndetermined(inquire(), Reason.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"-1\"", "\"4e2\"", "\"4.00\"", "\"\"", "null", "\"99999999999999999\""})
    void doesNotTakeWrongMoney(String value) {
        antom.says(DONE.replace("\"400\"", value));
        assertUndetermined(send(), Reason.INCONSISTENT);
        antom.says(HELD.replace("\"400\"", value));
        assertUndetermined(inquire(), Reason.INCONSISTENT);
    }

    @Test
    void doesNotTakeTheAnswerToAnother() {
        antom.says(DONE.replace(ID, "re_x"));
        assertUndetermined(send(), Reason.INCONSISTENT);
        antom.says(DONE.replace("\"2024\"", "\"2025\""));
        assertUndetermined(send(), Reason.INCONSISTENT);
        antom.says(DONE.replace("refundRequestId", "other"));
        assertUndetermined(send(), Reason.INCONSISTENT);
        antom.says(HELD.replace(ID, "re_x"));
        assertUndetermined(inquire(), Reason.INCONSISTENT);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("com.tillhouse.core.adapter.antom.AntomPaymentGatewayIT#surprises")
    void believesNothingThatIsNotSignedAndWhole(String name, Reason reason, Answering answer) {
        antom.answers(answer);
        assertUndetermined(send(), reason);
        assertUndetermined(inquire(), reason);
    }

    private void refusesAndThenSays(String code, String next) {
        antom.answers(call ->
                call.signed(call.exchange().getRequestURI().getPath().endsWith("/refund") ? refusal("F", code) : next));
    }

    private static String refusal(String status, String code) {
        return "{\"result\":{\"resultCode\":\"" + code + "\",\"resultStatus\":\"" + status
                + "\",\"resultMessage\":\"no\"}}";
    }

    private Refund refund() {
        return Refund.request(new RefundOrigin(
                merchant.tenant,
                ID,
                "pay_1",
                "ga_1",
                Mode.TEST,
                new Money("CNY", 400),
                "cold coffee",
                false,
                Instant.EPOCH));
    }

    private Outcome<RefundNews> send() {
        return gateway.send(account, refund(), "2024");
    }

    private Outcome<RefundNews> inquire() {
        return gateway.inquire(account, ID);
    }

    private static void assertFailed(Outcome<RefundNews> outcome, String code) {
        ProviderResult no = new ProviderResult("F", code, "no");
        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Confirmed<>(new RefundNews(Standing.FAILED, Cause.API, no, null, null, null), no));
    }

    private static void assertStanding(Outcome<RefundNews> outcome, Standing standing, Cause cause) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Confirmed.class, said -> {
            assertThat(((RefundNews) said.value()).standing()).isEqualTo(standing);
            assertThat(((RefundNews) said.value()).cause()).isEqualTo(cause);
        });
    }

    private static void assertUndetermined(Outcome<?> outcome, Reason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Undetermined.class,
                        lost -> assertThat(lost.reason()).isEqualTo(reason));
    }
}
