package com.tillhouse.core.checkout.usecase;

import static com.tillhouse.core.CheckoutFixture.news;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.CheckoutFixture;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.adapter.vault.MasterKey;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.checkout.domain.SessionFilter;
import com.tillhouse.core.checkout.domain.SessionOrigin;
import com.tillhouse.core.checkout.domain.Verdict;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gateway.GatewayKey;
import com.tillhouse.core.gateway.NotifyRoute;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.gateway.SealedKey;
import com.tillhouse.core.idempotency.IdempotencyKey;
import com.tillhouse.core.idempotency.KeyInFlightException;
import com.tillhouse.core.idempotency.KeyReusedException;
import com.tillhouse.core.idempotency.Reply;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.RegisterTenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = CoreTestApp.class,
        properties = {"spring.config.name=platform-core", "tillhouse.public-webhooks-url=https://webhooks.example"})
class OpenCheckoutSessionIT {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final SessionReplyMapper REPLIES = new SessionReplyMapper() {
        @Override
        public Reply opened(CheckoutSessionResource session) {
            return Reply.first(201, (session.id() + " " + session.url()).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Reply openedFor(CheckoutSessionResource session, List<String> sameOrder) {
            return opened(session);
        }

        @Override
        public Reply declined(CheckoutSessionResource session, ProviderResult result) {
            return Reply.first(422, (session.id() + " " + result.code()).getBytes(StandardCharsets.UTF_8));
        }
    };

    @Autowired
    OpenCheckoutSession open;

    @Autowired
    ApplyPaymentOutcome outcomes;

    @Autowired
    SyncPayment sync;

    @Autowired
    RecoverPayments recover;

    @Autowired
    FindCheckout find;

    @Autowired
    ScriptedGateway gateway;

    @Autowired
    RegisterTenant register;

    @Autowired
    GatewayAccountRepository accounts;

    @Autowired
    UnitOfWork unitOfWork;

    @Autowired
    InstantSource clock;

    private final JdbcClient truth = JdbcClient.create(DATABASE.superuser());
    private TenantId tenant = CheckoutFixture.tenant();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        DATABASE.register(registry);
        Path folder = Files.createTempDirectory("core-it");
        MasterKey.create(folder.resolve("master.key"));
        registry.add(
                "tillhouse.vault.master-key-file",
                () -> folder.resolve("master.key").toString());
    }

    @BeforeEach
    void aTenantWithKeys() {
        tenant = aTenant();
    }

    private TenantId aTenant() {
        TenantId id = new TenantId(UUID.randomUUID());
        register.register(id, "shop-" + id.toString().substring(0, 8), "Shop");
        GatewayKey key = new GatewayKey(1, GatewayKey.Status.ACTIVE, new SealedKey(new byte[] {1}), "public", "antom");
        GatewayAccount account = new GatewayAccount(
                id,
                RandomId.withPrefix("ga_"),
                Mode.TEST,
                "SANDBOX_1",
                "https://antom.example",
                List.of(key),
                NotifyRoute.create().path());
        unitOfWork.runInTenant(id, () -> accounts.add(id, account, clock.instant()));
        return id;
    }

    private OpenCheckoutSessionCommand command(String key, int meaning) {
        IdempotencyKey idempotency = new IdempotencyKey(Mode.TEST, "tc_1", "POST /v1/checkout/sessions", key);
        byte[] fingerprint = new byte[32];
        fingerprint[0] = (byte) meaning;
        return new OpenCheckoutSessionCommand(
                CheckoutFixture.origin(tenant, clock.instant()), idempotency, fingerprint);
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private CheckoutSessionResource only() {
        var page = find.sessions(tenant, new SessionFilter(Mode.TEST, null, null, null, null, null, 10));
        assertThat(page.items()).hasSize(1);
        return page.items().getFirst();
    }

    @Test
    void answersTheSameBytesAgainForTheSameKey() {
        Reply first = open.open(command("k", 1), REPLIES);
        Reply again = open.open(command("k", 1), REPLIES);
        assertThat(text(first)).contains("sessionData=a+b==&&SG&&");
        assertThat(again.replayed()).isTrue();
        assertThat(again.body()).isEqualTo(first.body());
        assertThatThrownBy(() -> open.open(command("k", 2), REPLIES)).isInstanceOf(KeyReusedException.class);
        assertThat(only().payments())
                .singleElement()
                .satisfies(payment -> assertThat(payment.status()).isEqualTo("open"));
    }

    @Test
    void answersAgainAlsoWhenTheTimeOfTheSessionHasAlmostCome() {
        Reply first = open.open(command("late", 1), REPLIES);
        SessionOrigin almostOver =
                CheckoutFixture.origin(tenant, clock.instant().minus(Duration.ofMinutes(58)));
        OpenCheckoutSessionCommand late = new OpenCheckoutSessionCommand(
                new SessionOrigin(
                        tenant,
                        almostOver.id(),
                        almostOver.mode(),
                        almostOver.orderReference(),
                        almostOver.amount(),
                        almostOver.details(),
                        almostOver.redirectUrl(),
                        null,
                        almostOver.metadata(),
                        clock.instant(),
                        almostOver.expiresAt()),
                command("late", 1).key(),
                command("late", 1).fingerprint());
        assertThat(open.open(late, REPLIES).body()).isEqualTo(first.body());
        IdempotencyKey other = new IdempotencyKey(Mode.TEST, "tc_1", "POST /v1/checkout/sessions", "never came before");
        assertThatThrownBy(() ->
                        open.open(new OpenCheckoutSessionCommand(late.origin(), other, late.fingerprint()), REPLIES))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void opensOneSessionForTwentyRequestsWithOneKey() throws InterruptedException, ExecutionException {
        int asked = gateway.opened.size();
        List<Callable<String>> tries = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        for (int i = 0; i < 20; i++) {
            tries.add(() -> {
                start.await();
                try {
                    return text(open.open(command("race", 1), REPLIES));
                } catch (KeyInFlightException e) {
                    return "in flight";
                }
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> running = tries.stream().map(threads::submit).toList();
            start.countDown();
            List<String> answers = new ArrayList<>();
            for (Future<String> one : running) {
                answers.add(one.get());
            }
            assertThat(answers.stream()
                            .filter(answer -> !answer.equals("in flight"))
                            .distinct())
                    .hasSize(1);
        }
        assertThat(gateway.opened).hasSize(asked + 1);
        assertThat(only().payments()).hasSize(1);
    }

    @Test
    void abandonsAnUnansweredPaymentAndOpensOneMore() {
        gateway.nextOpenings.add(payment -> ScriptedGateway.lost());
        open.open(command("lost once", 1), REPLIES);
        assertThat(only().payments()).extracting(PaymentResource::status).containsExactly("abandoned", "open");
        assertThat(only().payments())
                .allSatisfy(payment -> assertThat(payment.nextCheckAt()).isNotNull());
    }

    @Test
    void tellsWhichSessionToPollWhenAntomIsSilentTwiceAndDrivesOnWithTheSameKey() {
        gateway.nextOpenings.add(payment -> ScriptedGateway.lost());
        gateway.nextOpenings.add(payment -> ScriptedGateway.lost());
        assertThatThrownBy(() -> open.open(command("lost twice", 1), REPLIES))
                .isInstanceOfSatisfying(
                        OpeningUndeterminedException.class,
                        e -> assertThat(e.sessionId()).isEqualTo(only().id()));
        Reply driven = open.open(command("lost twice", 1), REPLIES);
        assertThat(text(driven)).startsWith(only().id());
        assertThat(only().payments())
                .extracting(PaymentResource::status)
                .containsExactly("abandoned", "abandoned", "open");
    }

    @Test
    void keepsAntomsRefusalAndDoesNotAskAgain() {
        gateway.nextOpenings.add(
                payment -> new Outcome.Declined<>(new ProviderResult("F", "PARAM_ILLEGAL", "currency")));
        Reply reply = open.open(command("refused", 1), REPLIES);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(open.open(command("refused", 1), REPLIES).body()).isEqualTo(reply.body());
        assertThat(only().payments()).singleElement().satisfies(payment -> {
            assertThat(payment.status()).isEqualTo("failed");
            assertThat(payment.provider().resultCode()).isEqualTo("PARAM_ILLEGAL");
        });
    }

    @Test
    void doesNotTryTwiceWhenTheGatewayCouldNotAttributeTheCall() {
        ProviderResult hint = new ProviderResult("F", "INVALID_SIGNATURE", null);
        gateway.nextOpenings.add(payment -> new Outcome.Undetermined<>(Outcome.Reason.UNSIGNED, "no signature", hint));
        assertThatThrownBy(() -> open.open(command("wrong keys", 1), REPLIES))
                .isInstanceOf(OpeningUndeterminedException.class);
        assertThat(only().payments()).extracting(PaymentResource::status).containsExactly("abandoned");
    }

    @Test
    void takesTheSuccessThatOvertookTheAnswer() {
        gateway.nextOpenings.add(payment -> {
            outcomes.apply(tenant, payment.id(), news(Standing.PAID, Cause.NOTIFICATION));
            return ScriptedGateway.page(payment);
        });
        open.open(command("overtaken", 1), REPLIES);
        assertThat(only().status()).isEqualTo("completed");
        assertThat(only().payments()).extracting(PaymentResource::status).containsExactly("succeeded");
    }

    @Test
    void completesTheSessionOnceAndMarksASecondSuccessAsSurplus() {
        gateway.nextOpenings.add(payment -> ScriptedGateway.lost());
        open.open(command("surplus", 1), REPLIES);
        List<PaymentResource> both = only().payments();
        both.forEach(payment -> outcomes.apply(tenant, payment.id(), news(Standing.PAID, Cause.NOTIFICATION)));
        assertThat(only().status()).isEqualTo("completed");
        assertThat(only().payments()).extracting(PaymentResource::surplus).containsExactly(false, true);
        assertThat(types())
                .containsExactlyInAnyOrder(
                        "payment.succeeded",
                        "checkout_session.completed",
                        "payment.succeeded",
                        "payment.surplus_detected");
    }

    private List<String> types() {
        return truth.sql("select type from event where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(String.class)
                .list();
    }

    @Test
    void movesOnceHoweverManyThreadsBringTheSameNews() throws InterruptedException {
        open.open(command("many", 1), REPLIES);
        String payment = only().payments().getFirst().id();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(Collections.nCopies(
                    20,
                    () -> outcomes.apply(tenant, payment, news(Standing.PAID, Cause.NOTIFICATION))
                            .map(Verdict::kind)));
        }
        assertThat(types()).containsExactlyInAnyOrder("payment.succeeded", "checkout_session.completed");
        assertThat(truth.sql("select count(*) from payment_move where payment_id = :id and to_status = 'SUCCEEDED'")
                        .param("id", payment)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void asksAntomOnDemandAndOnSchedule() {
        open.open(command("sync", 1), REPLIES);
        String payment = only().payments().getFirst().id();
        assertThat(sync.sync(tenant, Mode.TEST, payment).status()).isEqualTo("open");
        gateway.inquiries.put(
                payment, new Outcome.Confirmed<>(news(Standing.PAID, Cause.INQUIRY), ScriptedGateway.SUCCESS));
        truth.sql("update payment set next_check_at = now() - interval '1 second' where id = :id")
                .param("id", payment)
                .update();
        List<String> claimed = new ArrayList<>();
        recover.claimDue(50, 100, (owner, id) -> claimed.add(id));
        assertThat(claimed).contains(payment);
        List<String> again = new ArrayList<>();
        recover.claimDue(50, 100, (owner, id) -> again.add(id));
        assertThat(again).as("leased").doesNotContain(payment);
        assertThat(sync.sync(tenant, Mode.TEST, payment).status()).isEqualTo("succeeded");
    }

    @Test
    void expiresASessionThatNobodyCanPayAnyMore() {
        gateway.nextOpenings.add(payment -> new Outcome.Declined<>(new ProviderResult("F", "PARAM_ILLEGAL", null)));
        open.open(command("over", 1), REPLIES);
        truth.sql("update checkout_session set expires_at = now() - interval '1 second' where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .update();
        recover.expireSessions(100);
        assertThat(only().status()).isEqualTo("expired");
        assertThat(types()).contains("checkout_session.expired");
    }

    @Test
    void hidesEverythingFromAnotherTenant() {
        open.open(command("mine", 1), REPLIES);
        String session = only().id();
        String payment = only().payments().getFirst().id();
        TenantId other = aTenant();
        assertThatThrownBy(() -> find.session(other, Mode.TEST, session)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> find.payment(other, Mode.TEST, payment)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sync.sync(other, Mode.TEST, payment)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> find.payment(tenant, Mode.LIVE, payment)).isInstanceOf(NotFoundException.class);
        assertThat(outcomes.apply(other, payment, news(Standing.PAID, Cause.NOTIFICATION)))
                .isEmpty();
        assertThat(only().payments().getFirst().status()).isEqualTo("open");
    }

    @Test
    void refusesToReachIntoAnotherTenantFromARunningUnitOfWork() {
        TenantId other = aTenant();
        assertThatThrownBy(() -> unitOfWork.inTenant(tenant, () -> unitOfWork.inTenant(other, () -> 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isRefusedByTheDatabaseWhateverTheTableDoesNotKnow() {
        open.open(command("trigger", 1), REPLIES);
        String payment = only().payments().getFirst().id();
        outcomes.apply(tenant, payment, news(Standing.CANCELED, Cause.NOTIFICATION));
        assertThatThrownBy(() -> truth.sql("update payment set status = 'SUCCEEDED' where id = :id")
                        .param("id", payment)
                        .update())
                .hasMessageContaining("can't move from CANCELED to SUCCEEDED");
    }
}
