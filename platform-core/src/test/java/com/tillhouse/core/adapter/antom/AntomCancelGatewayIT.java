package com.tillhouse.core.adapter.antom;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.adapter.antom.AntomServerFixture.Answering;
import com.tillhouse.core.adapter.antom.wire.SdkSelfTest;
import com.tillhouse.core.adapter.antom.wire.TransportFixture;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.Outcome.Reason;
import com.tillhouse.core.gateway.ProviderResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AntomCancelGatewayIT {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final AntomFixture merchant = new AntomFixture();
    private final Payment payment = merchant.payment(merchant.session());
    private AntomServerFixture antom;
    private GatewayAccount account;
    private AntomCancelGateway gateway;

    @BeforeAll
    static void sdkWorks() {
        SdkSelfTest.run();
    }

    @BeforeEach
    void start() throws IOException {
        antom = new AntomServerFixture();
        account = merchant.account(antom.url(), AntomFixture.base64(antom.keys.getPublic()));
        gateway = new AntomCancelGateway(new AntomClients(
                merchant.unitOfWork(),
                merchant.vault(),
                TransportFixture.waiting(Duration.ofSeconds(2)),
                InstantSource.system()));
        payment.requestCancel(Cause.API, NOW);
    }

    @AfterEach
    void stop() {
        antom.close();
    }

    @Test
    void cancelsByOurIdAlone() {
        antom.says(done());
        ProviderResult said = new ProviderResult("S", "SUCCESS", "Success");
        assertThat(cancel()).isEqualTo(new Outcome.Confirmed<>(said, said));
        assertThat(antom.asked.getFirst().path()).isEqualTo("/ams/api/v1/payments/cancel");
        assertThat(antom.asked.getFirst().body()).isEqualTo("{\"paymentRequestId\":\"" + payment.id() + "\"}");
    }

    @Test
    void repeatsTheSameAlsoWhenAntomsIdHasBecomeKnown() {
        antom.says(refusal("U", "UNKNOWN_EXCEPTION"));
        assertUndetermined(cancel(), Reason.SAID_UNKNOWN);
        payment.apply(paid("2019"), NOW);
        assertUndetermined(cancel(), Reason.SAID_UNKNOWN);
        assertThat(antom.asked)
                .extracting(AntomServerFixture.Asked::body)
                .hasSize(2)
                .containsOnly(antom.asked.getFirst().body());
    }

    @Test
    void doesNotTakeTheAnswerToAnother() {
        antom.says(done().replace(payment.id(), "pay_x"));
        assertUndetermined(cancel(), Reason.INCONSISTENT);
        antom.says(done().replace("paymentRequestId", "other"));
        assertUndetermined(cancel(), Reason.INCONSISTENT);
        payment.apply(paid("2020"), NOW);
        antom.says(done());
        assertUndetermined(cancel(), Reason.INCONSISTENT);
    }

    /** Every F of the table of cancel, and one that it does not have. */
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
                "SOMETHING_NEW"
            })
    void takesTheFirstRefusalForDeclinedAndALaterOneForAQuestion(String code) {
        ProviderResult no = new ProviderResult("F", code, "no");
        antom.says(refusal("F", code));
        assertThat(cancel()).isEqualTo(new Outcome.Declined<>(no));
        assertThat(antom.asked).hasSize(1);

        payment.requestCancel(Cause.API, NOW);
        refusesAndThenSays(code, inquiry("CANCELLED"));
        assertThat(cancel()).isInstanceOf(Outcome.Confirmed.class);
        for (String otherwise : new String[] {"SUCCESS", "PROCESSING", "FAIL"}) {
            refusesAndThenSays(code, inquiry(otherwise));
            assertThat(cancel()).as(otherwise).isEqualTo(new Outcome.Declined<>(no));
        }
        refusesAndThenSays(code, refusal("F", "ORDER_NOT_EXIST"));
        assertThat(cancel()).isEqualTo(new Outcome.Declined<>(no));
        for (String unclear :
                new String[] {refusal("F", "ACCESS_DENIED"), refusal("U", "UNKNOWN_EXCEPTION"), inquiry("WAT"), "<html>"
                }) {
            refusesAndThenSays(code, unclear);
            assertUndetermined(cancel(), Reason.INCONSISTENT);
        }
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN_EXCEPTION", "REQUEST_TRAFFIC_EXCEED_LIMIT", "SOMETHING_NEW"})
    void decidesNothingOnAU(String code) {
        antom.says(refusal("U", code));
        assertThat(cancel())
                .isEqualTo(new Outcome.Undetermined<>(
                        Reason.SAID_UNKNOWN, "Antom says that it does not know", new ProviderResult("U", code, "no")));
        assertThat(antom.asked).hasSize(1);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("com.tillhouse.core.adapter.antom.AntomPaymentGatewayIT#surprises")
    void believesNothingThatIsNotSignedAndWhole(String name, Reason reason, Answering answer) {
        antom.answers(answer);
        assertUndetermined(cancel(), reason);
    }

    private static PaymentNews paid(String providerPaymentId) {
        return new PaymentNews(
                PaymentNews.Standing.PAID,
                Cause.NOTIFICATION,
                new ProviderResult("S", "SUCCESS", null),
                null,
                providerPaymentId,
                null,
                NOW);
    }

    private String done() {
        return """
                {"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"Success"},"paymentRequestId":"%s",\
                "paymentId":"2019","cancelTime":"2019-06-12T19:07:11+08:00"}""".formatted(payment.id());
    }

    private String inquiry(String status) {
        return """
                {"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"Success"},"paymentStatus":"%s",\
                "paymentRequestId":"%s","paymentId":"2019","paymentAmount":{"currency":"CNY","value":"1000"}}""".formatted(status, payment.id());
    }

    private void refusesAndThenSays(String code, String next) {
        antom.answers(call ->
                call.signed(call.exchange().getRequestURI().getPath().endsWith("/cancel") ? refusal("F", code) : next));
    }

    private static String refusal(String status, String code) {
        return "{\"result\":{\"resultCode\":\"" + code + "\",\"resultStatus\":\"" + status
                + "\",\"resultMessage\":\"no\"}}";
    }

    private Outcome<ProviderResult> cancel() {
        return gateway.cancel(account, payment);
    }

    private static void assertUndetermined(Outcome<?> outcome, Reason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Undetermined.class,
                        lost -> assertThat(lost.reason()).isEqualTo(reason));
    }
}
