package com.tillhouse.core.adapter.antom;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.adapter.antom.wire.AntomTransport;
import com.tillhouse.core.adapter.antom.wire.SdkSelfTest;
import com.tillhouse.core.adapter.antom.wire.TransportFixture;
import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.checkout.port.OpenedPage;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.Outcome.Reason;
import com.tillhouse.core.shared.Money;
import com.tillhouse.sandbox.Sandbox;
import com.tillhouse.sandbox.SandboxSettings;
import com.tillhouse.sandbox.client.RegisteredKey;
import com.tillhouse.sandbox.client.Registration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The adapter and the sandbox, written apart from the same documents, understand each other. */
class AntomSandboxIT {
    private static final AntomFixture MERCHANT = new AntomFixture();
    private static Sandbox sandbox;
    private static RegisteredKey registered;

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

    @Test
    void opensAPageAndFollowsItUntilItIsPaid() throws Exception {
        CheckoutSession session = MERCHANT.session();
        Payment payment = MERCHANT.payment(session);
        Outcome<OpenedPage> opened = http().open(account(), session, payment);
        assertThat(opened)
                .isInstanceOfSatisfying(
                        Outcome.Confirmed.class,
                        said -> assertThat(((OpenedPage) said.value()).normalUrl())
                                .startsWith(sandbox.httpBase().toString()));
        assertThat(standing(payment)).isEqualTo(Standing.NOT_STARTED);
        control("POST", "/control/payments/" + payment.id() + "/pay", "{}");
        Outcome<PaymentNews> asked = http().inquire(account(), payment.id());
        PaymentNews news = ((Outcome.Confirmed<PaymentNews>) asked).value();
        assertThat(news.standing()).isEqualTo(Standing.PAID);
        assertThat(news.amount()).isEqualTo(new Money("CNY", 1000));
        assertThat(news.providerPaymentId()).isNotBlank();
        assertThat(news.method()).isEqualTo("ANTOM_BIZ_ACCOUNT");
        assertThat(news.paidAt()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"decline,REFUSED", "expire,CLOSED", "pend,PROCESSING"})
    void readsWhatTheBuyerDid(String action, Standing expected) throws Exception {
        CheckoutSession session = MERCHANT.session();
        Payment payment = MERCHANT.payment(session);
        assertThat(http().open(account(), session, payment)).isInstanceOf(Outcome.Confirmed.class);
        control("POST", "/control/payments/" + payment.id() + "/" + action, "{}");
        assertThat(standing(payment)).isEqualTo(expected);
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
    void believesNoFault(String fault, Reason reason) throws Exception {
        for (String api : new String[] {"createPaymentSession", "inquiryPayment"}) {
            CheckoutSession session = MERCHANT.session();
            Payment payment = MERCHANT.payment(session);
            var gateway = gateway(TransportFixture.waiting(Duration.ofSeconds(2)));
            if (api.equals("inquiryPayment")) {
                gateway.open(account(), session, payment);
                control("POST", "/control/payments/" + payment.id() + "/pay", "{}");
            }
            control("POST", "/control/faults", "{\"api\":\"" + api + "\",\"count\":1,\"fault\":\"" + fault + "\"}");
            Outcome<?> outcome = api.equals("inquiryPayment")
                    ? gateway.inquire(account(), payment.id())
                    : gateway.open(account(), session, payment);
            assertThat(outcome)
                    .as(api)
                    .isInstanceOfSatisfying(
                            Outcome.Undetermined.class,
                            lost -> assertThat(lost.reason()).isEqualTo(reason));
        }
    }

    @Test
    void isRefusedUnsignedWithTheWrongKey() {
        AntomFixture stranger = new AntomFixture(AntomFixture.keys());
        GatewayAccount wrong = stranger.account(sandbox.httpBase().toString(), registered.antomPublicKey());
        Outcome<PaymentNews> asked = new AntomPaymentGateway(
                        new AntomClients(
                                stranger.unitOfWork(), stranger.vault(), new AntomTransport(), InstantSource.system()),
                        URI.create("https://webhooks.example"))
                .inquire(wrong, "pay_1");
        assertThat(asked).isInstanceOfSatisfying(Outcome.Undetermined.class, lost -> {
            assertThat(lost.reason()).isEqualTo(Reason.UNSIGNED);
            assertThat(lost.hint())
                    .hasToString("ProviderResult[status=F, code=INVALID_SIGNATURE, message="
                            + lost.hint().message() + "]");
        });
    }

    @Test
    void sendsNothingToACertificateThatNobodyVouchesFor() throws Exception {
        GatewayAccount secure = MERCHANT.account(sandbox.httpsBase().toString(), registered.antomPublicKey());
        CheckoutSession session = MERCHANT.session();
        Payment payment = MERCHANT.payment(session);
        assertThat(gateway(new AntomTransport()).open(secure, session, payment))
                .isInstanceOfSatisfying(
                        Outcome.Undetermined.class,
                        lost -> assertThat(lost.reason()).isEqualTo(Reason.NO_ANSWER));
        assertThat(gateway(TransportFixture.trusting(trusting())).open(secure, session, payment))
                .isInstanceOf(Outcome.Confirmed.class);
    }

    @Test
    void provesRegisteredKeys() {
        var proof = new AntomKeyProofGateway(new AntomClients(
                MERCHANT.unitOfWork(), MERCHANT.vault(), new AntomTransport(), InstantSource.system()));
        assertThat(proof.prove(account())).isInstanceOf(Outcome.Confirmed.class);
    }

    private static Standing standing(Payment payment) {
        return ((Outcome.Confirmed<PaymentNews>) http().inquire(account(), payment.id()))
                .value()
                .standing();
    }

    private static GatewayAccount account() {
        return MERCHANT.account(sandbox.httpBase().toString(), registered.antomPublicKey());
    }

    private static AntomPaymentGateway http() {
        return gateway(new AntomTransport());
    }

    private static AntomPaymentGateway gateway(AntomTransport transport) {
        // Nobody listens there: what the sandbox tells of the payments is not this test's matter.
        return new AntomPaymentGateway(
                new AntomClients(MERCHANT.unitOfWork(), MERCHANT.vault(), transport, InstantSource.system()),
                URI.create("http://localhost:9"));
    }

    private static SSLContext trusting() throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("sandbox", sandbox.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static void control(String method, String path, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(sandbox.httpBase() + path))
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }
}
