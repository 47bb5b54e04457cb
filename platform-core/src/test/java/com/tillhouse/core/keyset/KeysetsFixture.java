package com.tillhouse.core.keyset;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.adapter.vault.MasterKey;
import com.tillhouse.core.config.TillhouseCore;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.RegisterTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Processes of the core beside each other, each with master keys of its own, over one database. */
public final class KeysetsFixture implements AutoCloseable {
    private final TestPostgres.Database database;
    private final ConfigurableApplicationContext context;

    private KeysetsFixture(TestPostgres.Database database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(TillhouseCore.class)
    static class Core {}

    /** A process that knows these master keys, the last one wrapping. */
    public static KeysetsFixture process(TestPostgres.Database database, String masterKeys, String... more) {
        var builder = new SpringApplicationBuilder(Core.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.config.name=platform-core",
                        "tillhouse.public-webhooks-url=http://localhost:9",
                        "tillhouse.egress.allow-local=true",
                        "spring.jmx.enabled=false",
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=app_rw",
                        "spring.datasource.password=app",
                        "tillhouse.vault.master-keys=" + masterKeys)
                .properties(more);
        return new KeysetsFixture(database, builder.run());
    }

    /** A fresh master key in a file, as the settings name it. */
    public static String fileKey() {
        try {
            Path file = Files.createTempDirectory("keysets-it").resolve("master.key");
            MasterKey.create(file);
            return "file:" + file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public TenantId tenant() {
        TenantId id = new TenantId(UUID.randomUUID());
        bean(RegisterTenant.class).register(id, "v-" + id.toString().substring(0, 8), "Shop");
        return id;
    }

    public byte[] seal(TenantId tenant, String place, byte[] secret) {
        return bean(UnitOfWork.class)
                .inTenant(tenant, () -> bean(SecretVault.class).seal(tenant, place, secret));
    }

    public byte[] open(TenantId tenant, String place, byte[] sealed) {
        return bean(UnitOfWork.class)
                .inTenant(tenant, () -> bean(SecretVault.class).open(tenant, place, sealed));
    }

    public TestPostgres.Database database() {
        return database;
    }

    @Override
    public void close() {
        context.close();
    }
}
