package com.tillhouse.core.adapter.antom;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.adapter.antom.AntomServerFixture.Answering;
import com.tillhouse.core.adapter.antom.wire.SdkSelfTest;
import com.tillhouse.core.adapter.antom.wire.TransportFixture;
import com.tillhouse.core.capture.domain.Capture;
import com.tillhouse.core.capture.domain.CaptureNews;
import com.tillhouse.core.capture.domain.CaptureNews.Standing;
import com.tillhouse.core.capture.domain.CaptureOrigin;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.Outcome.Reason;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import java.io.IOException;
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

class AntomCaptureGatewayIT {
    private static final String ID = "cap_0123456789abcdefghijklmnop";
    private static final String DONE = """
            {"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"ok"},"captureRequestId":"%s","captureId":"4018",\
            "paymentId":"2024","captureAmount":{"currency":"HKD","value":"400"},"captureTime":"2026-11-22T19:59:00+08:00","new":1}""".formatted(ID);
    private static final String HELD = """
            {"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"ok"},"paymentStatus":"SUCCESS","paymentRequestId":"pay_1",\
            "paymentId":"2024","paymentAmount":{"currency":"HKD","value":"900"},"transactions":[\
            {"transactionType":"REFUND","transactionStatus":"FAIL","transactionRequestId":"%1$s","transactionId":"1",\
            "transactionAmount":{"currency":"HKD","value":"1"}},\
            {"transactionType":"CAPTURE","transactionStatus":"FAIL","transactionRequestId":"cap_other","transactionId":"2",\
            "transactionAmount":{"currency":"HKD","value":"2"}},\
            {"transactionResult":{"resultCode":"SUCCESS","resultStatus":"S"},"transactionType":"CAPTURE","transactionStatus":"SUCCESS",\
            "transactionRequestId":"%1$s","transactionId":"4018","transactionAmount":{"currency":"HKD","value":"400"},\
            "transactionTime":"2026-11-22T19:59:00+08:00"}]}""".formatted(ID);
    private static final String NOTHING_TAKEN = """
            {"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"ok"},"paymentStatus":"SUCCESS","paymentRequestId":"pay_1",\
            "paymentId":"2024","paymentAmount":{"currency":"HKD","value":"900"}}""";

    private final AntomFixture merchant = new AntomFixture();
    private AntomServerFixture antom;
    private GatewayAccount account;
    private AntomCaptureGateway gateway;

    @BeforeAll
    static void sdkWorks() {
        SdkSelfTest.run();
    }

    @BeforeEach
    void start() throws IOException {
        antom = new AntomServerFixture();
        account = merchant.account(antom.url(), AntomFixture.base64(antom.keys.getPublic()));
        gateway = new AntomCaptureGateway(new AntomClients(
                merchant.unitOfWork(),
                merchant.vault(),
                TransportFixture.waiting(Duration.ofSeconds(2)),
                InstantSource.system()));
    }

    @AfterEach
    void stop() {
        antom.close();
    }

    @Test
    void capturesAndReadsTheAnswer() {
        antom.says(DONE);
        ProviderResult said = new ProviderResult("S", "SUCCESS", "ok");
        assertThat(send())
                .isEqualTo(new Outcome.Confirmed<>(
                        new CaptureNews(
                                Standing.SUCCEEDED,
                                Cause.API,
                                said,
                                new Money("HKD", 400),
                                "4018",
                                Instant.parse("2026-11-22T11:59:00Z")),
                        said));
        assertThat(antom.asked.getFirst().path()).isEqualTo("/ams/api/v1/payments/capture");
        assertThat(antom.asked.getFirst().body())
                .isEqualTo("{\"captureAmount\":{\"currency\":\"HKD\",\"value\":\"400\"},\"captureRequestId\":\"" + ID
                        + "\",\"paymentId\":\"2024\"}");
    }

    @Test
    void saysThatNothingMoreWillBeCaptured() {
        antom.says(DONE);
        gateway.send(account, capture(true), "2024");
        assertThat(antom.asked.getFirst().body()).contains("\"isLastCapture\":true");
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
    void takesInProcessForTakenOnlyWhenItIsSigned() {
        antom.says(refusal("U", "CAPTURE_IN_PROCESS"));
        assertStanding(send(), Standing.IN_PROCESS, Cause.API);
        antom.answers(call -> call.reply(200, refusal("U", "CAPTURE_IN_PROCESS"), Map.of()));
        assertUndetermined(send(), Reason.UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN_EXCEPTION", "REQUEST_TRAFFIC_EXCEED_LIMIT", "REFUND_IN_PROCESS", "SOMETHING_NEW"})
    void decidesNothingOnAnyOtherU(String code) {
        antom.says(refusal("U", code));
        assertUndetermined(send(), Reason.SAID_UNKNOWN);
        assertThat(antom.asked).hasSize(1);
    }

    /** Every F of the table of capture by which Antom judges the capture itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AUTH_CANCELLED",
                "AUTH_EXPIRED",
                "AUTH_NOT_FOUND",
                "CAPTURE_AMOUNT_EXCEED_AUTH_LIMIT",
                "CURRENCY_NOT_SUPPORT",
                "MULTI_CAPTURE_NOT_SUPPORTED",
                "NO_PAY_OPTIONS",
                "ORDER_IS_CANCELED",
                "PAYMENT_COUNT_EXCEED_LIMIT",
                "RISK_REJECT",
                "USER_AMOUNT_EXCEED_LIMIT",
                "USER_BALANCE_NOT_ENOUGH",
                "USER_NOT_EXIST",
                "USER_STATUS_ABNORMAL"
            })
    void failsAtOnceWhenTheCaptureWasJudged(String code) {
        antom.says(refusal("F", code));
        assertFailed(send(), code);
        assertThat(antom.asked).hasSize(1);
    }

    /** Every other F of that table, and one that it does not have, with every answer to the question that follows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACCESS_DENIED",
                "INVALID_CONTRACT",
                "ORDER_STATUS_INVALID",
                "PARAM_ILLEGAL",
                "PROCESS_FAIL",
                "SYSTEM_ERROR",
                "SOMETHING_NEW"
            })
    void asksWhetherAnEarlierSendingWasTaken(String code) {
        refusesAndThenSays(code, NOTHING_TAKEN);
        assertFailed(send(), code);
        refusesAndThenSays(code, HELD);
        assertStanding(send(), Standing.SUCCEEDED, Cause.INQUIRY);
        refusesAndThenSays(code, ours("PROCESSING"));
        assertStanding(send(), Standing.IN_PROCESS, Cause.INQUIRY);
        refusesAndThenSays(code, ours("FAIL"));
        assertStanding(send(), Standing.FAILED, Cause.INQUIRY);
        for (String unclear : new String[] {refusal("F", code), refusal("U", "UNKNOWN_EXCEPTION"), "<html>"}) {
            refusesAndThenSays(code, unclear);
            assertUndetermined(send(), Reason.INCONSISTENT);
        }
    }

    @Test
    void showsAnotherAmountUnderOurIdToAPerson() {
        refusesAndThenSays("REPEAT_REQ_INCONSISTENT", HELD.replace("\"400\"", "\"500\""));
        Capture capture = capture(false);
        var said = (Outcome.Confirmed<CaptureNews>) gateway.send(account, capture, "2024");
        capture.apply(said.value(), Instant.EPOCH);
        assertThat(capture.state().reviewReason()).isEqualTo("amount_mismatch");
        refusesAndThenSays("REPEAT_REQ_INCONSISTENT", NOTHING_TAKEN);
        assertUndetermined(send(), Reason.INCONSISTENT);
    }

    @ParameterizedTest
    @CsvSource({"SUCCESS,SUCCEEDED,S", "FAIL,FAILED,F", "PROCESSING,IN_PROCESS,S", "PENDING,IN_PROCESS,S"})
    void findsTheCaptureAmongWhatWasTaken(String written, Standing standing, String status) {
        antom.says(ours(written));
        assertThat(inquire()).isInstanceOfSatisfying(Outcome.Confirmed.class, said -> {
            CaptureNews news = (CaptureNews) said.value();
            assertThat(news.standing()).isEqualTo(standing);
            assertThat(news.amount()).isEqualTo(new Money("HKD", 400));
            assertThat(news.providerCaptureId()).isEqualTo("4018");
            assertThat(news.result()).isEqualTo(new ProviderResult(status, "SUCCESS", null));
        });
        assertThat(antom.asked.getFirst().path()).isEqualTo("/ams/api/v1/payments/inquiryPayment");
        assertThat(antom.asked.getFirst().body()).isEqualTo("{\"paymentRequestId\":\"pay_1\"}");
    }

    @Test
    void takesAPaymentWithoutItForUnknownThere() {
        antom.says(NOTHING_TAKEN);
        assertStanding(inquire(), Standing.UNKNOWN_THERE, Cause.INQUIRY);
        antom.says(HELD.replace(ID, "cap_x"));
        assertStanding(inquire(), Standing.UNKNOWN_THERE, Cause.INQUIRY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAT", "success", "", "0", "CANCELLED"})
    void doesNotKnowAnUnknownStatus(String written) {
        antom.says(ours(written));
        assertUndetermined(inquire(), Reason.INCONSISTENT);
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
        for (String other : new String[] {
            DONE.replace(ID, "cap_x"), DONE.replace("\"2024\"", "\"2025\""), DONE.replace("captureRequestId", "other")
        }) {
            antom.says(other);
            assertUndetermined(send(), Reason.INCONSISTENT);
        }
        antom.says(HELD.replace("pay_1", "pay_2"));
        assertUndetermined(inquire(), Reason.INCONSISTENT);
        antom.says(HELD.replace("cap_other", ID));
        assertUndetermined(inquire(), Reason.INCONSISTENT);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("com.tillhouse.core.adapter.antom.AntomPaymentGatewayIT#surprises")
    void believesNothingThatIsNotSignedAndWhole(String name, Reason reason, Answering answer) {
        antom.answers(answer);
        assertUndetermined(send(), reason);
        assertUndetermined(inquire(), reason);
    }

    private static String ours(String written) {
        return HELD.replace("\"transactionStatus\":\"SUCCESS\"", "\"transactionStatus\":\"" + written + "\"");
    }

    private void refusesAndThenSays(String code, String next) {
        antom.answers(call -> call.signed(
                call.exchange().getRequestURI().getPath().endsWith("/capture") ? refusal("F", code) : next));
    }

    private static String refusal(String status, String code) {
        return "{\"result\":{\"resultCode\":\"" + code + "\",\"resultStatus\":\"" + status
                + "\",\"resultMessage\":\"no\"}}";
    }

    private Capture capture(boolean last) {
        return Capture.request(new CaptureOrigin(
                merchant.tenant, ID, "pay_1", "ga_1", Mode.TEST, new Money("HKD", 400), last, Instant.EPOCH));
    }

    private Outcome<CaptureNews> send() {
        return gateway.send(account, capture(false), "2024");
    }

    private Outcome<CaptureNews> inquire() {
        return gateway.inquire(account, capture(false));
    }

    private static void assertFailed(Outcome<CaptureNews> outcome, String code) {
        ProviderResult no = new ProviderResult("F", code, "no");
        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Confirmed<>(new CaptureNews(Standing.FAILED, Cause.API, no, null, null, null), no));
    }

    private static void assertStanding(Outcome<CaptureNews> outcome, Standing standing, Cause cause) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Confirmed.class, said -> {
            assertThat(((CaptureNews) said.value()).standing()).isEqualTo(standing);
            assertThat(((CaptureNews) said.value()).cause()).isEqualTo(cause);
        });
    }

    private static void assertUndetermined(Outcome<?> outcome, Reason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Undetermined.class,
                        lost -> assertThat(lost.reason()).isEqualTo(reason));
    }
}
