package com.tillhouse.core.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.CheckoutFixture;
import com.tillhouse.core.IsolationReport;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.adapter.vault.MasterKey;
import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.config.TillhouseCore;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.RegisterTenant;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The second lock: what holds when the code forgets the tenant. One pooled connection, so that whatever one user leaves behind meets the next. */
@SpringBootTest(
        classes = TenantLockIT.App.class,
        properties = {
            "spring.config.name=platform-core",
            "tillhouse.public-webhooks-url=https://webhooks.example",
            "spring.datasource.hikari.maximum-pool-size=1"
        })
class TenantLockIT {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final IsolationReport REPORT =
            new IsolationReport("tenant-lock", "Does the database keep tenants apart when the code forgets to?");

    @Autowired
    UnitOfWork unitOfWork;

    @Autowired
    RegisterTenant register;

    @Autowired
    CheckoutSessionRepository sessions;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource pool;

    private final JdbcClient truth = JdbcClient.create(DATABASE.superuser());
    private final TenantId mine = CheckoutFixture.tenant();
    private final TenantId theirs = CheckoutFixture.tenant();

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(TillhouseCore.class)
    static class App {}

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        DATABASE.register(registry);
        Path key = Files.createTempDirectory("lock-it").resolve("master.key");
        MasterKey.create(key);
        registry.add("tillhouse.vault.master-key-file", key::toString);
    }

    @BeforeEach
    void twoTenants() {
        for (TenantId tenant : List.of(mine, theirs)) {
            register.register(tenant, "shop-" + tenant.toString().substring(0, 8), "Shop");
            unitOfWork.runInTenant(
                    tenant, () -> sessions.add(tenant, CheckoutFixture.session(tenant, CheckoutFixture.NOON)));
        }
    }

    @AfterAll
    static void report() {
        REPORT.write();
    }

    /** The predicate of the tenant is taken out of every kind of statement; the other tenant's rows stay out of reach. */
    @Test
    void seesNothingOfAnotherWithoutThePredicate() {
        REPORT.cell("a JPQL query without the tenant predicate", "one tenant's unit of work", () -> {
            List<UUID> seen = unitOfWork.inTenant(
                    mine,
                    () -> entities.createQuery("select r.key.tenantId from CheckoutSessionRow r", UUID.class)
                            .getResultList());
            assertThat(seen).containsExactly(mine.value());
            return "only the tenant's own row";
        });
        REPORT.cell("an SQL query without the tenant predicate", "one tenant's unit of work", () -> {
            assertThat(unitOfWork.inTenant(
                            mine,
                            () -> jdbc.sql("select tenant_id from checkout_session")
                                    .query(UUID.class)
                                    .list()))
                    .containsExactly(mine.value());
            return "only the tenant's own row";
        });
        REPORT.cell("an update without the tenant predicate", "one tenant's unit of work", () -> {
            assertThat(unitOfWork.inTenant(
                            mine,
                            () -> jdbc.sql("update checkout_session set order_reference = 'MINE NOW'")
                                    .update()))
                    .isEqualTo(1);
            assertThat(reference(theirs)).isEqualTo("ORDER-1");
            return "one row changed, the tenant's own";
        });
        REPORT.cell("moving a row to another tenant", "one tenant's unit of work", () -> {
            assertThatThrownBy(() -> unitOfWork.inTenant(
                            mine,
                            () -> jdbc.sql("update checkout_session set tenant_id = :theirs")
                                    .param("theirs", theirs.value())
                                    .update()))
                    .rootCause()
                    .hasMessageContaining("row-level security");
            return "refused by row-level security";
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from checkout_session",
                "update checkout_session set order_reference = 'X'",
                "delete from member"
            })
    void raisesOutsideAUnitOfWork(String statement) {
        REPORT.cell(statement, "outside any unit of work", () -> {
            assertThatThrownBy(() -> run(pool, statement)).hasMessageContaining("no tenant bound");
            return "raises: no tenant bound to this transaction";
        });
    }

    /** A tenant, a directory key or a role that somebody set for the session, not for the transaction, is gone for the next user. */
    @Test
    void forgetsWhatTheUserBeforeLeftBehind() throws SQLException {
        spoil(pool);
        REPORT.cell("a query outside any unit of work", "a connection left with another's tenant, key and role", () -> {
            assertThatThrownBy(() -> run(pool, "select count(*) from checkout_session"))
                    .hasMessageContaining("no tenant bound");
            return "raises: no tenant bound to this transaction";
        });
        spoil(pool);
        REPORT.cell("a unit of work", "a connection left with another's tenant, key and role", () -> {
            assertThat(unitOfWork.inTenant(
                            mine,
                            () -> jdbc.sql("select tenant_id from tenant")
                                    .query(UUID.class)
                                    .list()))
                    .containsExactly(mine.value());
            return "only the tenant's own row";
        });
        spoil(pool);
        assertThat(state(pool)).isEqualTo("app_rw||");
    }

    /** Without the blanking the pool would hand the tenant on: this is what the test above protects from. */
    @Test
    void wouldLeakWithoutTheBlanking() throws SQLException {
        DataSource bare = pool.unwrap(com.zaxxer.hikari.HikariDataSource.class);
        spoil(bare);
        assertThat(state(bare)).isEqualTo("app_worker|" + theirs + "|left");
    }

    private void spoil(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant', '" + theirs + "', false),"
                    + " set_config('app.directory_key', 'left', false), set_config('role', 'app_worker', false)");
            connection.commit();
        }
    }

    private static String state(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select current_user || '|' || current_setting('app.tenant') || '|' || current_setting('app.directory_key')")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String reference(TenantId tenant) {
        return truth.sql("select order_reference from checkout_session where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(String.class)
                .single();
    }
}
