package com.tillhouse.core.adapter.antom;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.adapter.antom.notice.AntomNotificationMapper;
import com.tillhouse.core.adapter.antom.wire.AntomTransport;
import com.tillhouse.core.adapter.antom.wire.SdkSelfTest;
import com.tillhouse.core.adapter.antom.wire.TransportFixture;
import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.domain.Verdict;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.Outcome.Reason;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.notification.domain.Notice;
import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.domain.RefundNews.Standing;
import com.tillhouse.core.refund.domain.RefundOrigin;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.sandbox.Sandbox;
import com.tillhouse.sandbox.SandboxSettings;
import com.tillhouse.sandbox.client.RegisteredKey;
import com.tillhouse.sandbox.client.Registration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cancels and refunds against the sandbox: after every fault, what it holds is what we were told in the end, once. */
class MoneyBackSandboxIT {
    private static final AntomFixture MERCHANT = new AntomFixture();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static Sandbox sandbox;
    private static RegisteredKey registered;
    private final AntomClients clients = new AntomClients(
            MERCHANT.unitOfWork(),
            MERCHANT.vault(),
            TransportFixture.waiting(Duration.ofSeconds(2)),
            InstantSource.system());
    private final AntomRefundGateway refunds = new AntomRefundGateway(clients, URI.create("http://localhost:9"));
    private final AntomCancelGateway cancels = new AntomCancelGateway(clients);
    private final AntomPaymentGateway pages = new AntomPaymentGateway(
            new AntomClients(MERCHANT.unitOfWork(), MERCHANT.vault(), new AntomTransport(), InstantSource.system()),
            URI.create("http://localhost:9"));
    private Payment payment;
    private Refund refund;

    @BeforeAll
    static void start() {
        SdkSelfTest.run();
        sandbox = Sandbox.start(SandboxSettings.defaults().withHttpPort(0).withHttpsPort(0));
        registered = sandbox.register(new Registration(
                AntomFixture.CLIENT_ID,
                AntomFixture.base64(MERCHANT.merchantKeys.getPublic()),
                "Kopi & Co",
                null,
                null));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void open() throws Exception {
        control("DELETE", "/faults", "");
        CheckoutSession session = MERCHANT.session();
        payment = MERCHANT.payment(session);
        assertThat(pages.open(account(), session, payment)).isInstanceOf(Outcome.Confirmed.class);
        payment.open("https://page.example", payment.state().expiresAt(), new ProviderResult("S", "OK", null), now());
        refund = refund(RandomId.withPrefix("re_"), 400);
    }

    @Test
    void refundsOnceWhenTheAnswerIsLost() throws Exception {
        pay();
        fault("refund", "lose_response", 1);
        assertUndetermined(send(), Reason.NO_ANSWER);
        assertThat(news(send()).standing()).isEqualTo(Standing.SUCCEEDED);
        assertThat(news(send()).standing()).isEqualTo(Standing.SUCCEEDED);
        assertRefundedOnce("SUCCESS");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void repeatsWhatIsUnknownUntilItIsClear(int times) throws Exception {
        pay();
        fault("refund", "unknown_u", times);
        for (int i = 0; i < times; i++) {
            assertUndetermined(send(), Reason.SAID_UNKNOWN);
            refund.undetermined(null, now());
        }
        assertThat(refund.apply(news(send()), now())).isEqualTo(Verdict.MOVED);
        assertRefundedOnce("SUCCESS");
    }

    @ParameterizedTest
    @CsvSource({"succeed,SUCCEEDED,SUCCESS", "fail,FAILED,FAIL"})
    void followsARefundInProcess(String end, Standing expected, String held) throws Exception {
        pay();
        fault("refund", "refund_in_process", 1);
        assertThat(news(send()).standing()).isEqualTo(Standing.IN_PROCESS);
        assertThat(news(send()).standing()).as("sent again").isEqualTo(Standing.IN_PROCESS);
        assertThat(news(inquire()).standing()).isEqualTo(Standing.IN_PROCESS);
        control("POST", "/refunds/" + refund.id() + "/" + end, "");
        assertThat(news(inquire()).standing()).isEqualTo(expected);
        assertThat(news(send()).standing()).as("sent once more").isEqualTo(expected);
        assertRefundedOnce(held);
        assertThat(notified().refundNews().map(RefundNews::standing)).contains(expected);
    }

    @Test
    void readsWhatAntomNotifies() throws Exception {
        pay();
        send();
        Notice notice = notified();
        assertThat(notice.objectId()).isEqualTo(refund.id());
        assertThat(notice.refundNews().map(RefundNews::amount)).contains(new Money("CNY", 400));
        assertThat(notice.providerId()).isEqualTo(news(inquire()).providerRefundId());
    }

    @ParameterizedTest
    @CsvSource({
        "lose_response,NO_ANSWER",
        "delay,NO_ANSWER",
        "drip,NO_ANSWER",
        "http_500_html,UNREADABLE",
        "empty_200,UNSIGNED",
        "unsigned_success,UNSIGNED",
        "bad_signature,FORGED",
        "unknown_u,SAID_UNKNOWN",
        "unknown_enum,UNREADABLE"
    })
    void believesNoFaultAndIsClearAfterIt(String fault, Reason reason) throws Exception {
        pay();
        fault("refund", fault, 1);
        assertUndetermined(send(), reason);
        assertThat(news(send()).standing()).isEqualTo(Standing.SUCCEEDED);
        fault("inquiryRefund", fault, 1);
        assertUndetermined(inquire(), reason);
        assertThat(news(inquire()).standing()).isEqualTo(Standing.SUCCEEDED);
        assertRefundedOnce("SUCCESS");

        open();
        fault("cancel", fault, 1);
        assertUndetermined(cancel(), reason);
        assertThat(cancel()).isInstanceOf(Outcome.Confirmed.class);
        assertThat(held().path("status").asString()).isEqualTo("CANCELLED");
    }

    @ParameterizedTest
    @CsvSource({
        "MERCHANT_BALANCE_NOT_ENOUGH,MERCHANT_BALANCE_NOT_ENOUGH",
        "REFUND_WINDOW_EXCEED,REFUND_WINDOW_EXCEED",
        "PARTIAL_REFUND_NOT_SUPPORTED,PARTIAL_REFUND_NOT_SUPPORTED",
        "ACCESS_DENIED,FAIL",
        "SYSTEM_ERROR,FAIL"
    })
    void failsWhenAntomRefuses(String code, String kept) throws Exception {
        pay();
        control(
                "POST",
                "/faults",
                "{\"api\":\"refund\",\"count\":1,\"fault\":\"result_code\",\"code\":\"" + code + "\"}");
        RefundNews news = news(send());
        assertThat(news.standing()).isEqualTo(Standing.FAILED);
        assertThat(news.result().code()).isEqualTo(kept);
        assertRefundedOnce("FAIL");
    }

    @Test
    void failsWhatAntomRefusedAndDoesNotHold() throws Exception {
        payment.apply(
                news(PaymentNews.Standing.PROCESSING, held().path("payment_id").asString()), now());
        RefundNews news = news(send());
        assertThat(news.standing()).isEqualTo(Standing.FAILED);
        assertThat(news.result().code()).isEqualTo("ORDER_STATUS_INVALID");
        assertThat(held().path("refunds").size()).isZero();
        assertThat(news(inquire()).standing()).isEqualTo(Standing.UNKNOWN_THERE);
    }

    @Test
    void doesNotMoveOnAnotherAmount() throws Exception {
        pay();
        fault("refund", "wrong_amount", 1);
        assertThat(refund.apply(news(send()), now())).isEqualTo(Verdict.refused("amount_mismatch"));
        Refund larger = refund(refund.id(), 500);
        RefundNews news = news(refunds.send(account(), larger, paymentId()));
        assertThat(larger.apply(news, now())).isEqualTo(Verdict.refused("amount_mismatch"));
        assertThat(refund.apply(news(send()), now())).isEqualTo(Verdict.MOVED);
        assertRefundedOnce("SUCCESS");
    }

    @Test
    void cancelsBeforeTheBuyerPaysAndAfter() throws Exception {
        assertThat(cancel()).isInstanceOf(Outcome.Confirmed.class);
        assertThat(asked().standing()).isEqualTo(PaymentNews.Standing.CANCELED);
        open();
        pay();
        assertThat(cancel()).isInstanceOf(Outcome.Confirmed.class);
        assertThat(asked().standing()).isEqualTo(PaymentNews.Standing.CANCELED);
        assertThat(cancel()).as("again").isInstanceOf(Outcome.Confirmed.class);
    }

    @Test
    void winsAgainstASuccessThatRacesTheCancel() throws Exception {
        fault("cancel", "cancel_races_success", 1);
        assertThat(cancel()).isInstanceOf(Outcome.Confirmed.class);
        assertThat(asked().standing()).isEqualTo(PaymentNews.Standing.CANCELED);
    }

    @Test
    void findsOutThatALostCancelTookEffect() throws Exception {
        pay();
        fault("cancel", "lose_response", 1);
        assertUndetermined(cancel(), Reason.NO_ANSWER);
        refuseCancel("CANCEL_WINDOW_EXCEED");
        assertThat(cancel()).isInstanceOf(Outcome.Confirmed.class);
    }

    @Test
    void findsOutThatARefusedCancelNeverTookEffect() throws Exception {
        pay();
        fault("cancel", "unknown_u", 1);
        assertUndetermined(cancel(), Reason.SAID_UNKNOWN);
        refuseCancel("CANCEL_WINDOW_EXCEED");
        assertThat(cancel())
                .isInstanceOfSatisfying(
                        Outcome.Declined.class,
                        no -> assertThat(no.result().code()).isEqualTo("CANCEL_WINDOW_EXCEED"));
    }

    @Test
    void isRefusedACancelOfWhatWasRefunded() throws Exception {
        pay();
        send();
        assertThat(cancel())
                .isInstanceOfSatisfying(
                        Outcome.Declined.class,
                        no -> assertThat(no.result().code()).isEqualTo("ORDER_STATUS_INVALID"));
    }

    private void pay() throws Exception {
        control("POST", "/payments/" + payment.id() + "/pay", "{}");
        payment.apply(asked(), now());
    }

    private Outcome<RefundNews> send() {
        return refunds.send(account(), refund, paymentId());
    }

    private Outcome<RefundNews> inquire() {
        return refunds.inquire(account(), refund.id());
    }

    private Outcome<ProviderResult> cancel() {
        payment.requestCancel(Cause.API, now());
        return cancels.cancel(account(), payment);
    }

    private PaymentNews asked() {
        return ((Outcome.Confirmed<PaymentNews>) pages.inquire(account(), payment.id())).value();
    }

    private static RefundNews news(Outcome<RefundNews> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
        return ((Outcome.Confirmed<RefundNews>) outcome).value();
    }

    private static PaymentNews news(PaymentNews.Standing standing, String providerPaymentId) {
        return new PaymentNews(
                standing,
                Cause.NOTIFICATION,
                new ProviderResult("S", "SUCCESS", null),
                null,
                providerPaymentId,
                null,
                null);
    }

    private String paymentId() {
        return String.valueOf(payment.state().provider().paymentId());
    }

    private Refund refund(String id, long amount) {
        return Refund.request(new RefundOrigin(
                MERCHANT.tenant,
                id,
                payment.id(),
                "ga_1",
                Mode.TEST,
                new Money("CNY", amount),
                "cold coffee",
                false,
                now()));
    }

    private void assertRefundedOnce(String status) throws Exception {
        assertThat(held().path("refunds")).hasSize(1).first().satisfies(kept -> {
            assertThat(kept.path("request_id").asString()).isEqualTo(refund.id());
            assertThat(kept.path("amount").path("value").asString()).isEqualTo("400");
            assertThat(kept.path("status").asString()).isEqualTo(status);
        });
    }

    private Notice notified() throws Exception {
        for (JsonNode sent : held().path("notifications")) {
            if (sent.path("notify_type").asString().equals(Notice.REFUND)) {
                return new AntomNotificationMapper()
                        .read(sent.path("body").asString().getBytes(StandardCharsets.UTF_8))
                        .orElseThrow();
            }
        }
        throw new AssertionError("nothing was notified of the refund");
    }

    private JsonNode held() throws Exception {
        return control("GET", "/payments/" + payment.id(), "");
    }

    private static void fault(String api, String fault, int count) throws Exception {
        control("POST", "/faults", "{\"api\":\"" + api + "\",\"count\":" + count + ",\"fault\":\"" + fault + "\"}");
    }

    private static void refuseCancel(String code) throws Exception {
        control(
                "POST",
                "/faults",
                "{\"api\":\"cancel\",\"count\":1,\"fault\":\"result_code\",\"code\":\"" + code + "\"}");
    }

    private static JsonNode control(String method, String path, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(sandbox.httpBase() + "/control" + path))
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        }
    }

    private static GatewayAccount account() {
        return MERCHANT.account(sandbox.httpBase().toString(), registered.antomPublicKey());
    }

    private static Instant now() {
        return sandbox.clock().instant();
    }

    private static void assertUndetermined(Outcome<?> outcome, Reason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Undetermined.class,
                        lost -> assertThat(lost.reason()).isEqualTo(reason));
    }
}
