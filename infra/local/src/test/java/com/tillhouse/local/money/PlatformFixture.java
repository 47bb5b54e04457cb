package com.tillhouse.local.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.adapter.vault.MasterKey;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gateway.SetUpGatewayAccount;
import com.tillhouse.core.gateway.SetUpGatewayAccountCommand;
import com.tillhouse.core.invariant.domain.Breach;
import com.tillhouse.core.invariant.usecase.CheckInvariants;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.IssueApiClient;
import com.tillhouse.core.tenant.IssueApiClientCommand;
import com.tillhouse.core.tenant.IssuedSecret;
import com.tillhouse.core.tenant.RegisterTenant;
import com.tillhouse.core.tenant.Scope;
import com.tillhouse.local.app.MovedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** One database, one Antom, as many processes of the platform as a test starts, and the checks that come at the end of every test. */
final class PlatformFixture implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Antom sends its notifications again by its own time; no step may skip the end of what is due in between. */
    private static final Duration STEP = Duration.ofMinutes(4);

    private final TestPostgres.Database database = TestPostgres.fresh();
    private final JdbcClient truth = JdbcClient.create(database.superuser());
    private final Path masterKey;
    private final SandboxFixture antom = new SandboxFixture();
    private final ConfigurableApplicationContext core;
    private final List<ProcessFixture> processes = new CopyOnWriteArrayList<>();
    private final List<MerchantFixture> merchants = new CopyOnWriteArrayList<>();
    private Duration ahead = Duration.ZERO;

    PlatformFixture() {
        try {
            Files.createDirectories(Path.of("target", "money"));
            masterKey = Files.createTempDirectory("money").resolve("master.key");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MasterKey.create(masterKey);
        MovedClock.ahead(Duration.ZERO);
        core = CoreApp.start(database.url(), masterKey);
    }

    /** Where a process listens, chosen before it is started so that others can be told, and kept when it is started again. */
    record Address(int api, int webhooks) {
        static Address free() {
            try (ServerSocket one = new ServerSocket(0);
                    ServerSocket two = new ServerSocket(0)) {
                return new Address(one.getLocalPort(), two.getLocalPort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String url(int port) {
            return "http://localhost:" + port;
        }
    }

    /** Starts a process; Antom sends its notifications about what is opened here to that other address. Does not wait. */
    ProcessFixture launch(String name, Address address, Address notified, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "database=" + database.url(),
                "password=app",
                "master-key=" + masterKey,
                "api=" + address.api(),
                "webhooks=" + address.webhooks(),
                "--tillhouse.public-webhooks-url=" + Address.url(notified.webhooks()),
                "--tillhouse.recovery.pause=PT0.2S",
                "--tillhouse.recovery.per-second=300",
                "--tillhouse.recovery.per-tenant=64",
                // a story is told as fast as it can be
                "--tillhouse.antom.calls-per-account=256",
                "--tillhouse.antom.calls-at-once=512",
                "--tillhouse.api.limits.requests=100000",
                "--tillhouse.api.limits.writes=100000",
                "--tillhouse.api.limits.client-requests=100000",
                "--tillhouse.api.limits.client-tokens=100000",
                "--tillhouse.api.limits.address-tokens=100000",
                "--tillhouse.api.limits.tenant-at-once=256"));
        arguments.addAll(List.of(settings));
        ProcessFixture process = ProcessFixture.launch(name, URI.create(Address.url(address.api())), arguments);
        processes.add(process);
        return process;
    }

    /** Takes a process that was killed out of the count. */
    void forget(ProcessFixture process) {
        processes.remove(process);
    }

    /** A merchant with keys that were proved at Antom, signed in. */
    MerchantFixture merchant() {
        return merchant(antom.host());
    }

    /** As {@link #merchant()}, reaching Antom through this door. */
    MerchantFixture merchant(String host) {
        TenantId tenant = new TenantId(UUID.randomUUID());
        String antomClientId = "SANDBOX_" + tenant.toString().substring(0, 8);
        core.getBean(RegisterTenant.class)
                .register(tenant, "shop-" + tenant.toString().substring(0, 8), "Shop");
        core.getBean(SetUpGatewayAccount.class)
                .setUp(
                        new SetUpGatewayAccountCommand(tenant, Mode.TEST, antomClientId, host),
                        publicKey -> antom.register(antomClientId, publicKey));
        IssuedSecret client = core.getBean(IssueApiClient.class)
                .issue(new IssueApiClientCommand(tenant, Mode.TEST, "Backend", Scope.words()));
        MerchantFixture merchant = new MerchantFixture(tenant, antomClientId, client.clientId(), client.secret());
        merchants.add(merchant);
        return merchant;
    }

    /** Where Antom sends this merchant's notifications. */
    String notifyPath(MerchantFixture merchant) {
        return core.getBean(UnitOfWork.class)
                .inTenant(
                        merchant.tenant(),
                        () -> core.getBean(GatewayAccountRepository.class)
                                .inMode(merchant.tenant(), Mode.TEST)
                                .orElseThrow()
                                .notifyPath());
    }

    /** The key that wraps all others. */
    String masterKey() {
        try {
            return HexFormat.of().formatHex(Files.readAllBytes(masterKey));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks every connection of the processes to the database off. */
    void breakConnections() {
        truth.sql(
                        "select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = 'app_rw' and datname = current_database()")
                .query(Long.class)
                .single();
    }

    SandboxFixture antom() {
        return antom;
    }

    /** Another core beside the processes, as an operator's command is; the caller closes it. */
    ConfigurableApplicationContext command(String... settings) {
        return CoreApp.start(database.url(), masterKey, settings);
    }

    DataSource superuser() {
        return database.superuser();
    }

    /** The database, past row-level security. */
    JdbcClient truth() {
        return truth;
    }

    /** What every process takes for now. */
    Instant now() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    /** Every breach of an invariant among the merchants. */
    List<Breach> breaches() {
        return merchants.stream()
                .flatMap(merchant -> core.getBean(CheckInvariants.class).check(merchant.tenant()).stream())
                .toList();
    }

    /** A session of a hundred dollars that lives little longer than a session must. */
    MerchantFixture.Order opening() {
        return MerchantFixture.Order.open(now().plus(Duration.ofMinutes(9)).toString());
    }

    /** An open session of a hundred dollars; answers its payment. */
    String opened(ProcessFixture process, MerchantFixture merchant) {
        Answer session = merchant.post(process, opening());
        assertThat(session.status()).as(session.toString()).isEqualTo(201);
        return session.at("/payments/0/id");
    }

    /** A payment of a hundred dollars that the buyer has paid and that we have heard of. */
    String paid(ProcessFixture process, MerchantFixture merchant) {
        String payment = opened(process, merchant);
        antom.pay(payment);
        awaitStatus(payment, "SUCCEEDED");
        return payment;
    }

    void awaitStatus(String payment, String status) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> status(payment).equals(status));
    }

    String status(String payment) {
        return truth.sql("select status from payment where id = :id")
                .param("id", payment)
                .query(String.class)
                .single();
    }

    /** Captured, reserved and refunded in whole dollars. */
    String figures(String payment) {
        return truth.sql(
                        "select captured / 100 || ' ' || reserved / 100 || ' ' || refunded / 100 from payment where id = :id")
                .param("id", payment)
                .query(String.class)
                .single();
    }

    /** Lets so much time pass for everybody at once, and waits until recovery has done what came due. */
    void pass(Duration time) throws InterruptedException {
        ahead = ahead.plus(time);
        for (ProcessFixture process : processes) {
            process.ahead(ahead);
        }
        MovedClock.ahead(ahead);
        antom.advance(time);
        awaitNothingDue();
    }

    /** Lets time pass until every session is over and everything has come to its end. */
    void passUntilAllIsOver() throws InterruptedException {
        for (int step = 0; step < 5; step++) {
            pass(STEP);
        }
        // what recovery began in the last step may have been scheduled anew
        for (int step = 0; step < 3; step++) {
            pass(Duration.ofSeconds(40));
        }
    }

    private void awaitNothingDue() {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(due()).isEmpty());
    }

    private List<String> due() {
        return truth.sql("""
                        select id || ' ' || status || ' ' || next_check_at from (
                          select id, status, next_check_at, check_lease_until from payment
                          union all select id, status, next_check_at, check_lease_until from refund) work
                        where next_check_at <= :now or check_lease_until > clock_timestamp()
                        union all
                        select id || ' ' || status || ' ' || expires_at from checkout_session s
                        where status = 'OPEN' and expires_at <= :now and not exists (select from payment p
                          where p.session_id = s.id and p.status in ('CREATED', 'OPEN', 'PROCESSING'))""")
                .param("now", now().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    /** What comes at the end of every test: nothing is under way any more, no money is spoken for, the ledgers agree, every invariant holds. */
    void assertAllIsWell() throws InterruptedException {
        passUntilAllIsOver();
        assertThat(unfinished()).as("not finished").isEmpty();
        for (MerchantFixture merchant : merchants) {
            JsonNode ledger = antom.ledger(merchant.antomClientId());
            assertThat(new LedgerMatcher(truth).differences(merchant.tenant(), ledger))
                    .as("I-10")
                    .isEmpty();
            assertThat(new InboxMatcher(truth).lost(merchant.tenant(), ledger))
                    .as("acknowledged and lost")
                    .isEmpty();
        }
        assertThat(breaches()).as("invariants").isEmpty();
    }

    private List<String> unfinished() {
        return truth.sql("""
                        select id || ' ' || status || ', next check ' || coalesce(next_check_at::text, 'never') || ', reserved ' || reserved from payment
                        where status in ('CREATED', 'OPEN', 'PROCESSING', 'ABANDONED') or next_check_at is not null
                          or cancel_requested_at is not null or reserved <> 0
                        union all select id || ' ' || status from refund where status = 'PROCESSING' or next_check_at is not null
                        union all select id || ' ' || status from checkout_session where status = 'OPEN'""").query(String.class).list();
    }

    @Override
    public void close() throws InterruptedException {
        for (ProcessFixture process : processes) {
            process.close();
        }
        core.close();
        antom.close();
        MovedClock.ahead(Duration.ZERO);
    }
}
