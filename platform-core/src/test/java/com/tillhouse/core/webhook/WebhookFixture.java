package com.tillhouse.core.webhook;

import com.tillhouse.core.AuditFixture;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.adapter.egress.Egress;
import com.tillhouse.core.adapter.egress.EgressSettings;
import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresDeliveryStore;
import com.tillhouse.core.adapter.postgres.PostgresEventStore;
import com.tillhouse.core.adapter.postgres.PostgresTenantRepository;
import com.tillhouse.core.adapter.postgres.PostgresUnitOfWork;
import com.tillhouse.core.adapter.postgres.PostgresWebhookEndpointRepository;
import com.tillhouse.core.adapter.vault.MasterKey;
import com.tillhouse.core.adapter.vault.MasterKeys;
import com.tillhouse.core.adapter.vault.TinkSecretVault;
import com.tillhouse.core.adapter.vault.WrappedKeysetStore;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.config.TillhouseJson;
import com.tillhouse.core.shared.DomainEvent;
import com.tillhouse.core.shared.EventStore;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.Tenant;
import com.tillhouse.core.webhook.domain.Delivery;
import com.tillhouse.core.webhook.domain.DeliveryClaim;
import com.tillhouse.core.webhook.domain.RetrySchedule;
import com.tillhouse.core.webhook.domain.WebhookSecret;
import com.tillhouse.core.webhook.port.ClaimPolicy;
import com.tillhouse.core.webhook.port.DeliveryStore;
import com.tillhouse.core.webhook.port.WebhookEndpointRepository;
import com.tillhouse.core.webhook.usecase.AddWebhookEndpoint;
import com.tillhouse.core.webhook.usecase.AddWebhookEndpointCommand;
import com.tillhouse.core.webhook.usecase.DeliverWebhooks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Everything that delivers webhooks, on a database of its own, with a clock that is moved by hand. */
public final class WebhookFixture implements AutoCloseable {
    public static final Duration DEADLINE = Duration.ofSeconds(3);

    public final MovableClock clock = new MovableClock();
    public final UnitOfWork unitOfWork;
    public final EventStore events;
    public final DeliveryStore deliveries;
    public final WebhookEndpointRepository endpoints;
    /** Past row-level security, for looking at what is really there. */
    public final JdbcClient truth;

    private final RecordAudit audit;
    private final HikariDataSource pool;
    private final PostgresTenantRepository tenants;
    private final Egress egress = new Egress(new EgressSettings(true, List.of(), Duration.ofSeconds(1), DEADLINE, 64));

    public WebhookFixture() {
        TestPostgres.Database database = TestPostgres.fresh();
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.app());
        config.setMaximumPoolSize(8);
        pool = new HikariDataSource(config);
        JdbcClient jdbc = JdbcClient.create(pool);
        JdbcTransactionManager transactions = new JdbcTransactionManager(pool);
        TinkSecretVault vault =
                new TinkSecretVault(MasterKeys.of(masterKey()), new WrappedKeysetStore(jdbc, transactions), clock);
        truth = JdbcClient.create(database.superuser());
        unitOfWork = new PostgresUnitOfWork(transactions, jdbc);
        endpoints = new PostgresWebhookEndpointRepository(jdbc, vault);
        events = new PostgresEventStore(jdbc, endpoints, TillhouseJson.mapper());
        audit = AuditFixture.audit(unitOfWork, jdbc, clock);
        NarrowRole narrow = new NarrowRole(transactions, jdbc);
        deliveries = new PostgresDeliveryStore(jdbc, narrow, vault);
        tenants = new PostgresTenantRepository(jdbc, narrow);
    }

    /** What an event of these tests carries. */
    public record Thing(
            String id,
            String object,
            Money amount,
            @Nullable String reviewReason) {}

    public TenantId tenant() {
        TenantId id = new TenantId(UUID.randomUUID());
        String slug = "t-" + id.toString().substring(0, 8);
        unitOfWork.runInTenant(id, () -> tenants.add(id, new Tenant(id, slug, "Shop", clock.instant())));
        return id;
    }

    /** An endpoint for everything, in test mode. */
    public AddWebhookEndpoint.Added endpoint(TenantId tenant, String url) {
        return new AddWebhookEndpoint(unitOfWork, endpoints, egress.urlPolicy(), audit, clock)
                .add(new AddWebhookEndpointCommand(tenant, Mode.TEST, url, Set.of("*"), WebhookSecret.fresh()));
    }

    public void event(TenantId tenant, String objectId, long sequence) {
        unitOfWork.runInTenant(tenant, () -> events.append(tenant, event(objectId, sequence, null)));
    }

    public DomainEvent event(String objectId, long sequence, @Nullable String notifyUrl) {
        Thing thing = new Thing(objectId, "payment", new Money("SGD", 6000), null);
        return new DomainEvent("payment.succeeded", Mode.TEST, objectId, sequence, clock.instant(), thing, notifyUrl);
    }

    public DeliverWebhooks worker() {
        return worker(new ClaimPolicy(Duration.ofMinutes(1), 8, 32));
    }

    public DeliverWebhooks worker(ClaimPolicy policy) {
        RetrySchedule schedule = new RetrySchedule(new Random(7));
        return new DeliverWebhooks(unitOfWork, deliveries, egress.webhookSender(), schedule, policy, clock);
    }

    /** Claims what is due and tries it, one after the other; answers how many there were. */
    public int runOnce(DeliverWebhooks worker) {
        List<Delivery> due = load(worker, worker.claim(100));
        due.forEach(worker::deliver);
        return due.size();
    }

    public List<Delivery> load(DeliverWebhooks worker, List<DeliveryClaim> claims) {
        return claims.stream()
                .flatMap(claim -> worker.load(claim.tenant(), List.of(claim)).stream())
                .toList();
    }

    /** Statuses of all deliveries of an object, by sequence. */
    public List<String> statuses(String objectId) {
        return truth.sql("select status from delivery where object_id = ? order by sequence, id")
                .param(objectId)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Ends every lease now, as time would. */
    public void endLeases() {
        truth.sql("update delivery set lease_until = now() - interval '1 second' where lease_until is not null")
                .update();
    }

    private static MasterKey masterKey() {
        try {
            Path file = Files.createTempDirectory("webhook-it").resolve("master.key");
            MasterKey.create(file);
            return MasterKey.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        egress.close();
        pool.close();
    }
}
