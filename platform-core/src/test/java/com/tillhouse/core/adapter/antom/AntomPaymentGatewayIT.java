package com.tillhouse.core.adapter.antom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.adapter.antom.AntomServerFixture.Answering;
import com.tillhouse.core.adapter.antom.wire.SdkSelfTest;
import com.tillhouse.core.adapter.antom.wire.TransportFixture;
import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.checkout.port.OpenedPage;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.Outcome.Reason;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AntomPaymentGatewayIT {
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final String ID = "pay_0123456789abcdefghijklmnop";
    private static final String PAID = """
            {"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"success."},"paymentStatus":"SUCCESS",\
            "paymentRequestId":"%s","paymentId":"2024","paymentMethodType":"ALIPAY_CN","paymentTime":"2024-05-27T02:27:27-07:00",\
            "paymentResultCode":"SUCCESS","paymentResultMessage":"fine","paymentAmount":{"currency":"CNY","value":"1000"},"new":{"x":[1]}}""".formatted(ID);
    private static final String OPENED = """
            {"normalUrl":"https://ac.example/i.html?sessionData=6Wa+O==&&SG&&188","paymentSessionExpiryTime":"2024-04-19T17:10:09+08:00",\
            "paymentSessionId":"x","paymentSessionData":"y","result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"ok"}}""";

    private final AntomFixture merchant = new AntomFixture();
    private AntomServerFixture antom;
    private GatewayAccount account;
    private AntomPaymentGateway gateway;

    @BeforeAll
    static void sdkWorks() {
        SdkSelfTest.run();
    }

    @BeforeEach
    void start() throws IOException {
        antom = new AntomServerFixture();
        account = merchant.account(antom.url(), AntomFixture.base64(antom.keys.getPublic()));
        gateway = gateway();
    }

    @AfterEach
    void stop() {
        antom.close();
    }

    @Test
    void opensThePageByteForByte() {
        antom.says(OPENED);
        assertThat(open())
                .isEqualTo(new Outcome.Confirmed<>(
                        new OpenedPage(
                                "https://ac.example/i.html?sessionData=6Wa+O==&&SG&&188",
                                Instant.parse("2024-04-19T09:10:09Z")),
                        new ProviderResult("S", "SUCCESS", "ok")));
        assertThat(antom.asked.getFirst().path()).isEqualTo("/ams/api/v1/payments/createPaymentSession");
        assertThat(antom.asked.getFirst().body())
                .contains("\"paymentNotifyUrl\":\"https://webhooks.example" + AntomFixture.NOTIFY_PATH + "\"");
    }

    @Test
    void usesTheSandboxPathForASandboxClient() {
        account = merchant.account(antom.url(), "SANDBOX_5X", 3, AntomFixture.base64(antom.keys.getPublic()));
        antom.says(OPENED);
        assertThat(open()).isInstanceOf(Outcome.Confirmed.class);
        var asked = antom.asked.getFirst();
        assertThat(asked.path()).isEqualTo("/ams/sandbox/api/v1/payments/createPaymentSession");
        assertThat(asked.headers().get("Signature").getFirst()).startsWith("algorithm=RSA256,keyVersion=3,signature=");
    }

    @Test
    void readsAPaidPayment() {
        antom.says(PAID);
        ProviderResult said = new ProviderResult("S", "SUCCESS", "fine");
        assertThat(inquire())
                .isEqualTo(new Outcome.Confirmed<>(
                        new PaymentNews(
                                Standing.PAID,
                                com.tillhouse.core.gateway.Cause.INQUIRY,
                                said,
                                new Money("CNY", 1000),
                                "2024",
                                "ALIPAY_CN",
                                Instant.parse("2024-05-27T09:27:27Z")),
                        said));
    }

    @Test
    void takesNoSuchOrderForNotStarted() {
        antom.says("{\"result\":{\"resultCode\":\"ORDER_NOT_EXIST\",\"resultStatus\":\"F\",\"resultMessage\":\"no\"}}");
        assertThat(inquire())
                .isInstanceOfSatisfying(
                        Outcome.Confirmed.class,
                        said -> assertThat(((PaymentNews) said.value()).standing())
                                .isEqualTo(Standing.NOT_STARTED));
    }

    @Test
    void takesASignedRefusalForDeclined() {
        antom.says("{\"result\":{\"resultCode\":\"PARAM_ILLEGAL\",\"resultStatus\":\"F\",\"resultMessage\":\"no\"}}");
        ProviderResult no = new ProviderResult("F", "PARAM_ILLEGAL", "no");
        assertThat(inquire()).isEqualTo(new Outcome.Declined<>(no));
        assertThat(open()).isEqualTo(new Outcome.Declined<>(no));
    }

    @Test
    void keepsASignedUnknownAsHint() {
        antom.says(
                "{\"result\":{\"resultCode\":\"UNKNOWN_EXCEPTION\",\"resultStatus\":\"U\",\"resultMessage\":\"?\"}}");
        assertThat(open()).isInstanceOfSatisfying(Outcome.Undetermined.class, lost -> {
            assertThat(lost.reason()).isEqualTo(Reason.SAID_UNKNOWN);
            assertThat(lost.hint()).isEqualTo(new ProviderResult("U", "UNKNOWN_EXCEPTION", "?"));
        });
    }

    @Test
    void keepsAnUnsignedRefusalAsHintOnly() {
        antom.answers(call -> call.reply(
                200,
                "{\"result\":{\"resultCode\":\"INVALID_SIGNATURE\",\"resultStatus\":\"F\",\"resultMessage\":\"bad\"}}",
                Map.of()));
        assertThat(open()).isInstanceOfSatisfying(Outcome.Undetermined.class, lost -> {
            assertThat(lost.reason()).isEqualTo(Reason.UNSIGNED);
            assertThat(lost.hint()).isEqualTo(new ProviderResult("F", "INVALID_SIGNATURE", "bad"));
        });
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("surprises")
    void believesNothingThatIsNotSignedAndWhole(String name, Reason reason, Answering answer) {
        antom.answers(answer);
        for (Outcome<?> outcome : new Outcome<?>[] {inquire(), open()}) {
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Undetermined.class, lost -> {
                assertThat(lost.reason()).isEqualTo(reason);
                assertThat(lost.hint()).isNull();
            });
        }
    }

    static Stream<Arguments> surprises() {
        byte[] latin =
                "{\"result\":{\"resultStatus\":\"S\",\"resultMessage\":\"é\"}}".getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(
                Arguments.of("500 HTML", Reason.UNREADABLE, say(call -> call.reply(500, "<html>no</html>", Map.of()))),
                Arguments.of("HTML", Reason.UNSIGNED, say(call -> call.reply(200, "<html>no</html>", Map.of()))),
                Arguments.of("signed HTML", Reason.UNREADABLE, say(call -> call.signed("<html>no</html>"))),
                Arguments.of("nothing", Reason.UNSIGNED, say(call -> call.reply(200, "", Map.of()))),
                Arguments.of("signed nothing", Reason.UNREADABLE, say(call -> call.signed(""))),
                Arguments.of("signed null", Reason.UNREADABLE, say(call -> call.signed("null"))),
                Arguments.of("signed list", Reason.UNREADABLE, say(call -> call.signed("[]"))),
                Arguments.of("signed without result", Reason.UNREADABLE, say(call -> call.signed("{}"))),
                Arguments.of(
                        "signed unknown result",
                        Reason.UNREADABLE,
                        say(call -> call.signed(PAID.replace("\"S\"", "\"X\"")))),
                Arguments.of(
                        "signed small s", Reason.UNREADABLE, say(call -> call.signed(PAID.replace("\"S\"", "\"s\"")))),
                Arguments.of("signed number", Reason.UNREADABLE, say(call -> call.signed(PAID.replace("\"S\"", "0")))),
                Arguments.of(
                        "signed twice the same name",
                        Reason.UNREADABLE,
                        say(call -> call.signed(PAID.replace("{\"result\"", "{\"result\":{},\"result\"")))),
                Arguments.of("signed and cut", Reason.UNREADABLE, say(call -> call.signed(PAID.substring(0, 90)))),
                Arguments.of("signed and deep", Reason.UNREADABLE, say(call -> call.signed("[".repeat(60_000)))),
                Arguments.of("Latin-1", Reason.UNREADABLE, say(call -> call.reply(200, latin, Map.of()))),
                Arguments.of("unsigned S", Reason.UNSIGNED, say(call -> call.reply(200, PAID, Map.of()))),
                Arguments.of(
                        "no time",
                        Reason.UNSIGNED,
                        say(call -> call.reply(
                                200,
                                PAID,
                                Map.of("signature", AntomServerFixture.header(call.signature(call.key(), PAID)))))),
                Arguments.of(
                        "no signature",
                        Reason.UNSIGNED,
                        say(call -> call.reply(200, PAID, Map.of("response-time", AntomServerFixture.TIME)))),
                Arguments.of(
                        "short signature",
                        Reason.UNSIGNED,
                        say(call -> call.reply(
                                200,
                                PAID,
                                Map.of(
                                        "signature",
                                        "algorithm=RSA256,keyVersion=1",
                                        "response-time",
                                        AntomServerFixture.TIME)))),
                Arguments.of(
                        "no algorithm",
                        Reason.UNSIGNED,
                        say(call -> call.reply(
                                200,
                                PAID,
                                Map.of(
                                        "signature",
                                        AntomServerFixture.header(call.signature(call.key(), PAID))
                                                .replace("RSA256", "none"),
                                        "response-time",
                                        AntomServerFixture.TIME)))),
                Arguments.of(
                        "garbage signature",
                        Reason.FORGED,
                        say(call -> call.reply(
                                200,
                                PAID,
                                Map.of(
                                        "signature",
                                        AntomServerFixture.header("%%%"),
                                        "response-time",
                                        AntomServerFixture.TIME)))),
                Arguments.of(
                        "another text's signature",
                        Reason.FORGED,
                        say(call -> call.reply(
                                200,
                                PAID,
                                Map.of(
                                        "signature",
                                        AntomServerFixture.header(call.signature(call.key(), PAID + " ")),
                                        "response-time",
                                        AntomServerFixture.TIME)))),
                Arguments.of(
                        "another key",
                        Reason.FORGED,
                        say(call -> call.signedBy(AntomFixture.keys().getPrivate(), PAID))),
                Arguments.of(
                        "redirect",
                        Reason.UNREADABLE,
                        say(call -> call.reply(302, "", Map.of("Location", "/elsewhere")))),
                Arguments.of("300 KiB", Reason.UNREADABLE, say(call -> call.signed(PAID + " ".repeat(300 * 1024)))),
                Arguments.of("hang up", Reason.NO_ANSWER, say(call -> {})));
    }

    private static Answering say(Answering answer) {
        return answer;
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAT", "success", "", "REFUNDED"})
    void doesNotKnowAnUnknownStatus(String status) {
        antom.says(PAID.replace("\"paymentStatus\":\"SUCCESS\"", "\"paymentStatus\":\"" + status + "\""));
        assertUndetermined(inquire(), Reason.UNREADABLE);
    }

    @Test
    void doesNotTakeANumberForAStatus() {
        antom.says(PAID.replace("\"paymentStatus\":\"SUCCESS\"", "\"paymentStatus\":0"));
        assertUndetermined(inquire(), Reason.UNREADABLE);
        antom.says(PAID.replace("\"paymentStatus\":\"SUCCESS\",", ""));
        assertUndetermined(inquire(), Reason.UNREADABLE);
    }

    @Test
    void doesNotTakeNewsOfAnotherPayment() {
        antom.says(PAID.replace(ID, "pay_other"));
        assertUndetermined(inquire(), Reason.INCONSISTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"-1\"", "\"6e3\"", "\"10.00\"", "\"\"", "null", "\"99999999999999999\"", "\"０６\""})
    void doesNotTakeWrongMoney(String value) {
        antom.says(PAID.replace("\"1000\"", value));
        assertUndetermined(inquire(), Reason.INCONSISTENT);
    }

    @Test
    void doesNotTakeACurrencyThatAntomLacks() {
        antom.says(PAID.replace("CNY", "XAU"));
        assertUndetermined(inquire(), Reason.INCONSISTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "", "https://x.example/a b"})
    void doesNotSendABuyerAnywhereElse(String url) {
        antom.says(OPENED.replaceFirst("\"normalUrl\":\"[^\"]*\"", "\"normalUrl\":\"" + url + "\""));
        assertUndetermined(open(), Reason.INCONSISTENT);
    }

    @Test
    void doesNotOpenWithoutAnEnd() {
        antom.says(OPENED.replaceFirst("2024-04-19T", ""));
        assertUndetermined(open(), Reason.INCONSISTENT);
    }

    @Test
    void endsWaitingWhenNobodyAnswers() {
        CountDownLatch end = new CountDownLatch(1);
        antom.answers(call -> hold(end));
        long from = System.nanoTime();
        assertUndetermined(inquire(), Reason.NO_ANSWER);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isBetween(DEADLINE, DEADLINE.plusSeconds(2));
        end.countDown();
    }

    @Test
    void endsAnAnswerThatDripsAndHangsUp() throws InterruptedException {
        CountDownLatch hungUp = new CountDownLatch(1);
        AtomicBoolean over = new AtomicBoolean();
        antom.answers(call -> drip(call, over, hungUp));
        long from = System.nanoTime();
        assertUndetermined(inquire(), Reason.NO_ANSWER);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isBetween(DEADLINE, DEADLINE.plusSeconds(2));
        assertThat(hungUp.await(5, TimeUnit.SECONDS))
                .as("the connection is given up")
                .isTrue();
        over.set(true);
    }

    @Test
    void saysNoAnswerWhenNobodyListens() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            account = merchant.account(
                    "http://localhost:" + taken.getLocalPort(), AntomFixture.base64(antom.keys.getPublic()));
        }
        assertUndetermined(inquire(), Reason.NO_ANSWER);
        account = merchant.account("http://nowhere.invalid", AntomFixture.base64(antom.keys.getPublic()));
        assertUndetermined(inquire(), Reason.NO_ANSWER);
    }

    @Test
    void neverAsksTwice() {
        antom.answers(call -> call.reply(500, "", Map.of()));
        open();
        antom.answers(call -> call.exchange().close());
        open();
        assertThat(antom.asked).hasSize(2);
    }

    @Test
    void opensAKeyOnceAndNeverDuringACall() {
        antom.answers(call -> {
            assertThat(merchant.inUnit()).isFalse();
            call.signed(PAID);
        });
        assertThat(inquire()).isInstanceOf(Outcome.Confirmed.class);
        assertThat(inquire()).isInstanceOf(Outcome.Confirmed.class);
        assertThat(merchant.opened).hasValue(1);
        account = merchant.account(antom.url(), AntomFixture.CLIENT_ID, 2, AntomFixture.base64(antom.keys.getPublic()));
        assertThat(inquire()).isInstanceOf(Outcome.Confirmed.class);
        assertThat(merchant.opened).hasValue(2);
    }

    @Test
    void provesKeysByAnOrderThatCannotExist() {
        var proof = new AntomKeyProofGateway(clients());
        antom.says("{\"result\":{\"resultCode\":\"ORDER_NOT_EXIST\",\"resultStatus\":\"F\"}}");
        assertThat(proof.prove(account)).isInstanceOf(Outcome.Confirmed.class);
        antom.says("{\"result\":{\"resultCode\":\"ACCESS_DENIED\",\"resultStatus\":\"F\"}}");
        assertThat(proof.prove(account)).isInstanceOf(Outcome.Declined.class);
        antom.answers(call -> call.reply(
                200, "{\"result\":{\"resultCode\":\"INVALID_SIGNATURE\",\"resultStatus\":\"F\"}}", Map.of()));
        assertUndetermined(proof.prove(account), Reason.UNSIGNED);
    }

    @Test
    void wantsAPublicAddressWithoutAPath() {
        for (String wrong :
                new String[] {"https://x.example/hooks", "ftp://x.example", "https://x.example?a=1", "webhooks"}) {
            assertThatThrownBy(() -> new AntomPaymentGateway(clients(), URI.create(wrong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong);
        }
    }

    private Outcome<OpenedPage> open() {
        CheckoutSession session = merchant.session();
        return gateway.open(account, session, merchant.payment(session));
    }

    private Outcome<PaymentNews> inquire() {
        return gateway.inquire(account, ID);
    }

    private AntomPaymentGateway gateway() {
        return new AntomPaymentGateway(clients(), URI.create("https://webhooks.example/"));
    }

    private AntomClients clients() {
        return new AntomClients(
                merchant.unitOfWork(), merchant.vault(), TransportFixture.waiting(DEADLINE), InstantSource.system());
    }

    private static void assertUndetermined(Outcome<?> outcome, Reason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Undetermined.class,
                        lost -> assertThat(lost.reason()).isEqualTo(reason));
    }

    private static void hold(CountDownLatch end) throws IOException {
        try {
            end.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void drip(AntomServerFixture.Call call, AtomicBoolean over, CountDownLatch hungUp)
            throws IOException {
        call.exchange().sendResponseHeaders(200, 0);
        try (OutputStream out = call.exchange().getResponseBody()) {
            while (!over.get()) {
                out.write(' ');
                out.flush();
                if (hungUp.await(100, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (IOException e) {
            hungUp.countDown();
            throw e;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
