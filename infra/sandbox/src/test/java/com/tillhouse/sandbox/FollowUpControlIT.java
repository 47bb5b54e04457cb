package com.tillhouse.sandbox;

import static com.tillhouse.sandbox.MerchantCalls.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.sandbox.protocol.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Refunds and the ledger in the control API, and what a data folder keeps of them. */
class FollowUpControlIT {

    @TempDir
    private Path folder;

    private SandboxFixture fixture;
    private MerchantCalls merchant;

    @BeforeEach
    void start() throws Exception {
        fixture = new SandboxFixture(settings -> settings.withDataFolder(folder));
        merchant = new MerchantCalls(fixture);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void refundsLikeAPersonInTheDashboard() throws Exception {
        String paymentId = merchant.paid("P1");
        fixture.control("POST", "/payments/P1/refund", "{\"amount\":\"2000\"}");
        fixture.settle();

        JsonNode notice = Json.parse(fixture.merchant.received().getLast().body());
        String foreign = notice.path("refundRequestId").asString();
        assertThat(notice.path("notifyType").asString()).isEqualTo("REFUND_RESULT");
        assertThat(foreign).startsWith("DASHBOARD");
        assertThat(code(merchant.refund("R1", paymentId, 4001))).isEqualTo("REFUND_AMOUNT_EXCEED");
        assertThat(fixture.payment("P1").at("/refunds/0/external").asBoolean()).isTrue();
        assertThat(merchant.inquireRefund(foreign).path("refundStatus").asString())
                .isEqualTo("SUCCESS");
    }

    @Test
    void refundsAllThatIsLeftAndNoMore() throws Exception {
        String paymentId = merchant.paid("P1");
        merchant.refund("R1", paymentId, 1000);

        assertThat(fixture.control("POST", "/payments/P1/refund", "")
                        .at("/refunds/1/amount/value")
                        .asString())
                .isEqualTo("5000");
        assertThat(fixture.tryControl("POST", "/payments/P1/refund", "").statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"succeed, SUCCESS", "fail, FAIL"})
    void settlesARefundThatIsInProcessOnce(String how, String status) throws Exception {
        merchant.fault("refund", "refund_in_process", ",\"delay\":\"P30D\"");
        merchant.refund("R1", merchant.paid("P1"), 1000);
        assertThat(fixture.control("GET", "/refunds/R1", "").path("status").asString())
                .isEqualTo("PROCESSING");
        assertThat(fixture.control("POST", "/refunds/R1/" + how, "")
                        .path("status")
                        .asString())
                .isEqualTo(status);
        fixture.advance("P31D");

        assertThat(fixture.tryControl("POST", "/refunds/R1/succeed", "").statusCode())
                .isEqualTo(409);
        JsonNode refund = fixture.control("GET", "/refunds/R1", "");
        assertThat(refund.path("status").asString()).isEqualTo(status);
        assertThat(fixture.control("GET", "/refunds/" + refund.path("id").asString(), ""))
                .isEqualTo(refund);
        assertThat(fixture.merchant.received()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /refunds/R9, 404",
        "POST, /refunds/R9/succeed, 404",
        "GET, /refunds, 404",
        "POST, /payments/P9/refund, 404",
        "GET, /payments/P9/refund, 405"
    })
    void answersEveryWrongCallWithAProblem(String method, String path, int status) throws Exception {
        assertThat(fixture.tryControl(method, path, "").statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"api\":\"refund\",\"fault\":\"result_code\"} | /code",
                "{\"api\":\"refund\",\"fault\":\"result_code\",\"code\":\"SUCCESS\"} | /code",
                "{\"api\":\"refund\",\"fault\":\"delay\",\"code\":\"PROCESS_FAIL\"} | /code",
                "{\"api\":\"cancel\",\"fault\":\"refund_in_process\"} | /fault",
                "{\"api\":\"cancel\",\"fault\":\"before_response\"} | /fault",
                "{\"api\":\"refund\",\"fault\":\"cancel_races_success\"} | /fault",
                "{\"api\":\"notifyRefund\",\"fault\":\"lose_response\"} | /fault",
                "{\"api\":\"pay\",\"fault\":\"tamper\"} | /fault"
            })
    void refusesFaultsThatDoNotFit(String body, String pointer) throws Exception {
        assertThat(Json.parse(fixture.tryControl("POST", "/faults", body).body())
                        .path("pointer")
                        .asString())
                .isEqualTo(pointer);
    }

    @Test
    void addsUpTheLedger() throws Exception {
        String first = merchant.paid("P1");
        merchant.refund("R1", first, 2000);
        merchant.refund("R2", first, 5000);
        fixture.control("POST", "/payments/P1/refund", "{\"amount\":\"500\"}");
        merchant.fault("refund", "refund_in_process", "");
        merchant.refund("R3", first, 100);
        merchant.paid("P2");
        merchant.cancel("P2");
        String third = merchant.authorised("P3", "CARD");
        merchant.capture("C1", third, 4000, true);
        fixture.open("P4");
        merchant.cancel("P4");

        JsonNode ledger = fixture.control("GET", "/ledger?client_id=" + SandboxFixture.CLIENT, "");
        assertThat(ledger.path("payments").size()).isEqualTo(4);
        assertThat(ledger.path("refunds").size()).isEqualTo(4);
        assertThat(ledger.path("captures").size()).isEqualTo(1);
        assertThat(ledger.path("cancels").size()).isEqualTo(2);
        assertThat(ledger.path("totals")).isEqualTo(Json.parse("""
                [{"currency":"SGD","payments":4,"paid":12000,"authorized":6000,"captured":4000,"canceled":6000,
                  "refunded":2500,"refunding":100}]"""));
        assertThat(fixture.control("GET", "/ledger?client_id=OTHER", "")
                        .path("totals")
                        .size())
                .isZero();
    }

    @Test
    void keepsRefundsAndWhatIsToBecomeOfThemOverARestart() throws Exception {
        String paymentId = merchant.paid("P1");
        JsonNode refunded = merchant.refund("R1", paymentId, 1000);
        merchant.fault("refund", "refund_in_process", "");
        merchant.refund("R2", paymentId, 1000);
        String authorised = merchant.authorised("P2", "CARD");
        JsonNode captured = merchant.capture("C1", authorised, 1000, true);
        fixture.settle();
        fixture.merchant.answersWith(503, "");
        merchant.refund("R3", paymentId, 1000);
        fixture.settle();
        fixture.merchant.answersWith(200, MerchantFixture.ACKNOWLEDGEMENT);
        int told = fixture.merchant.received().size();

        fixture.restart(folder);
        assertThat(merchant.refund("R1", paymentId, 1000)).isEqualTo(refunded);
        assertThat(code(merchant.refund("R1", paymentId, 1001))).isEqualTo("REPEAT_REQ_INCONSISTENT");
        assertThat(code(merchant.refund("R4", paymentId, 3001))).isEqualTo("REFUND_AMOUNT_EXCEED");
        assertThat(merchant.capture("C1", authorised, 1000, true)).isEqualTo(captured);
        assertThat(merchant.inquireRefund("R2").path("refundStatus").asString()).isEqualTo("PROCESSING");
        fixture.advance("PT2M");

        assertThat(merchant.inquireRefund("R2").path("refundStatus").asString()).isEqualTo("SUCCESS");
        assertThat(fixture.merchant.received()).hasSize(told + 2);
    }
}
