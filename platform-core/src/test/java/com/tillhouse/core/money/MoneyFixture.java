package com.tillhouse.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.CheckoutFixture;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.adapter.vault.MasterKey;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.checkout.domain.SessionOrigin;
import com.tillhouse.core.checkout.usecase.ApplyPaymentOutcome;
import com.tillhouse.core.checkout.usecase.CancelPayment;
import com.tillhouse.core.checkout.usecase.CheckoutSessionResource;
import com.tillhouse.core.checkout.usecase.FindCheckout;
import com.tillhouse.core.checkout.usecase.OpenCheckoutSession;
import com.tillhouse.core.checkout.usecase.OpenCheckoutSessionCommand;
import com.tillhouse.core.checkout.usecase.PaymentResource;
import com.tillhouse.core.checkout.usecase.SessionReplyMapper;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gateway.GatewayKey;
import com.tillhouse.core.gateway.NotifyRoute;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.gateway.SealedKey;
import com.tillhouse.core.idempotency.IdempotencyKey;
import com.tillhouse.core.idempotency.Reply;
import com.tillhouse.core.invariant.usecase.CheckInvariants;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.usecase.ApplyRefundOutcome;
import com.tillhouse.core.refund.usecase.FindRefunds;
import com.tillhouse.core.refund.usecase.RefundReplyMapper;
import com.tillhouse.core.refund.usecase.RefundResource;
import com.tillhouse.core.refund.usecase.RequestRefund;
import com.tillhouse.core.refund.usecase.RequestRefundCommand;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.RegisterTenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A tenant with keys and payments of a hundred dollars; after every test the invariants must hold. */
@SpringBootTest(
        classes = MoneyTestApp.class,
        properties = {
            "spring.config.name=platform-core",
            "tillhouse.public-webhooks-url=https://webhooks.example",
            "spring.datasource.hikari.maximum-pool-size=40",
            "spring.datasource.hikari.connection-timeout=30000"
        })
abstract class MoneyFixture {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    static final SessionReplyMapper SESSIONS = new SessionReplyMapper() {
        @Override
        public Reply opened(CheckoutSessionResource session) {
            return openedFor(session, List.of());
        }

        @Override
        public Reply openedFor(CheckoutSessionResource session, List<String> sameOrder) {
            String ids =
                    String.join(" ", session.id(), String.join(" ", sameOrder)).strip();
            return Reply.first(201, ids.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Reply declined(CheckoutSessionResource session, ProviderResult result) {
            return Reply.first(422, session.id().getBytes(StandardCharsets.UTF_8));
        }
    };
    static final RefundReplyMapper REFUNDS =
            refund -> Reply.first(201, (refund.id() + " " + refund.status()).getBytes(StandardCharsets.UTF_8));

    @Autowired
    OpenCheckoutSession open;

    @Autowired
    ApplyPaymentOutcome paymentOutcomes;

    @Autowired
    ApplyRefundOutcome refundOutcomes;

    @Autowired
    RequestRefund refund;

    @Autowired
    FindRefunds findRefunds;

    @Autowired
    CancelPayment cancel;

    @Autowired
    FindCheckout find;

    @Autowired
    LedgerGateway antom;

    @Autowired
    CheckInvariants invariants;

    @Autowired
    RegisterTenant register;

    @Autowired
    GatewayAccountRepository accounts;

    @Autowired
    UnitOfWork unitOfWork;

    @Autowired
    InstantSource clock;

    final JdbcClient truth = JdbcClient.create(DATABASE.superuser());
    TenantId tenant = CheckoutFixture.tenant();

    /** Past every lock, for spoiling rows. */
    static DataSource superuser() {
        return DATABASE.superuser();
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        DATABASE.register(registry);
        Path folder = Files.createTempDirectory("money-it");
        MasterKey.create(folder.resolve("master.key"));
        registry.add(
                "tillhouse.vault.master-key-file",
                () -> folder.resolve("master.key").toString());
    }

    @BeforeEach
    void aTenantWithKeys() {
        tenant = new TenantId(UUID.randomUUID());
        register.register(tenant, "shop-" + tenant.toString().substring(0, 8), "Shop");
        GatewayKey key = new GatewayKey(1, GatewayKey.Status.ACTIVE, new SealedKey(new byte[] {1}), "public", "antom");
        GatewayAccount account = new GatewayAccount(
                tenant,
                RandomId.withPrefix("ga_"),
                Mode.TEST,
                "SANDBOX_1",
                "https://antom.example",
                List.of(key),
                NotifyRoute.create().path());
        unitOfWork.runInTenant(tenant, () -> accounts.add(tenant, account, clock.instant()));
    }

    @AfterEach
    void theInvariantsHold() {
        assertThat(invariants.check(tenant)).isEmpty();
    }

    static Money dollars(long amount) {
        return new Money("SGD", amount * 100);
    }

    IdempotencyKey key(String operation, String key) {
        return new IdempotencyKey(Mode.TEST, "tc_1", operation, key);
    }

    /** A session of a hundred dollars, with a payment that a buyer can pay. Answers the session's id. */
    String session() {
        SessionOrigin like = CheckoutFixture.origin(tenant, clock.instant());
        SessionOrigin origin = new SessionOrigin(
                tenant,
                like.id(),
                like.mode(),
                like.orderReference(),
                dollars(100),
                like.details(),
                like.redirectUrl(),
                null,
                like.metadata(),
                like.createdAt(),
                like.expiresAt());
        open.open(
                new OpenCheckoutSessionCommand(origin, key("POST /v1/checkout/sessions", origin.id()), new byte[32]),
                SESSIONS);
        return origin.id();
    }

    List<PaymentResource> payments(String session) {
        return find.session(tenant, Mode.TEST, session).payments();
    }

    String openPayment() {
        return payments(session()).getLast().id();
    }

    /** A payment that was paid just now. */
    String paid() {
        String payment = openPayment();
        hear(payment, Standing.PAID);
        return payment;
    }

    PaymentNews news(String payment, Standing standing, @Nullable Instant paidAt) {
        return new PaymentNews(
                standing,
                Cause.NOTIFICATION,
                LedgerGateway.SUCCESS,
                dollars(100),
                "antom-" + payment,
                "ALIPAY_CN",
                paidAt);
    }

    void hear(String payment, Standing standing) {
        paymentOutcomes.apply(tenant, payment, news(payment, standing, null));
    }

    void hearLongAgo(String payment) {
        paymentOutcomes.apply(
                tenant, payment, news(payment, Standing.PAID, clock.instant().minus(Duration.ofDays(3))));
    }

    void hearRefund(String refundId, Money amount, RefundNews.Standing standing) {
        refundOutcomes.apply(
                tenant,
                refundId,
                new RefundNews(standing, Cause.NOTIFICATION, LedgerGateway.SUCCESS, amount, null, null));
    }

    RequestRefundCommand command(String payment, @Nullable Money amount, String key) {
        String operation = "POST /v1/payments/" + payment + "/refunds";
        return new RequestRefundCommand(
                tenant, payment, RandomId.withPrefix("re_"), amount, null, key(operation, key), new byte[32]);
    }

    /** Refunds and answers the refund's id. */
    String refunded(String payment, Money amount, String key) {
        Reply reply = refund.refund(command(payment, amount, key), REFUNDS);
        return new String(reply.body(), StandardCharsets.UTF_8).split(" ")[0];
    }

    RefundResource refundNow(String id) {
        return findRefunds.refund(tenant, Mode.TEST, id);
    }

    PaymentResource payment(String id) {
        return find.payment(tenant, Mode.TEST, id);
    }

    /** Captured, reserved and refunded in whole dollars. */
    String figures(String payment) {
        return truth.sql(
                        "select captured / 100 || ' ' || reserved / 100 || ' ' || refunded / 100 from payment where id = :id")
                .param("id", payment)
                .query(String.class)
                .single();
    }

    /** Everything at once; answers what came of each, with what was thrown in the place of an answer. */
    static List<Object> atOnce(List<? extends Callable<?>> work) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> running = work.stream()
                    .map(one -> threads.submit(() -> {
                        start.await();
                        return one.call();
                    }))
                    .toList();
            start.countDown();
            List<Object> answers = new ArrayList<>();
            for (Future<?> one : running) {
                answers.add(answer(one));
            }
            return answers;
        }
    }

    private static Object answer(Future<?> one) throws InterruptedException {
        try {
            return String.valueOf(one.get());
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }
}
