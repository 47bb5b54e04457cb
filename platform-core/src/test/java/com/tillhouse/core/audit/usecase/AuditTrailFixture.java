package com.tillhouse.core.audit.usecase;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.adapter.vault.MasterKey;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.RegisterTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A tenant with one entry: that it was registered. */
@SpringBootTest(
        classes = AuditTestApp.class,
        properties = {
            "spring.config.name=platform-core",
            "tillhouse.public-webhooks-url=https://webhooks.example",
            "spring.datasource.hikari.maximum-pool-size=24",
            "spring.datasource.hikari.connection-timeout=30000"
        })
abstract class AuditTrailFixture {
    static final TestPostgres.Database DATABASE = TestPostgres.fresh();

    @Autowired
    RegisterTenant register;

    @Autowired
    VerifyAuditTrail verify;

    @Autowired
    RecordAudit audit;

    @Autowired
    UnitOfWork unitOfWork;

    final JdbcClient truth = JdbcClient.create(DATABASE.superuser());
    TenantId tenant = new TenantId(UUID.randomUUID());

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        DATABASE.register(registry);
        Path key = Files.createTempDirectory("audit-it").resolve("master.key");
        MasterKey.create(key);
        registry.add("tillhouse.vault.master-key-file", key::toString);
        registry.add("tillhouse.egress.allow-local", () -> "true");
    }

    @BeforeEach
    void aTenant() {
        tenant = newTenant();
        AuditTestApp.BELIEVES.set(true);
    }

    TenantId newTenant() {
        TenantId id = new TenantId(UUID.randomUUID());
        register.register(id, "t-" + id.toString().substring(0, 8), "Shop");
        return id;
    }

    /** What is committed of a tenant, past every lock. */
    List<String> actions(TenantId of) {
        return truth.sql("select action from audit_entry where tenant_id = :tenant order by number")
                .param("tenant", of.value())
                .query(String.class)
                .list();
    }
}
