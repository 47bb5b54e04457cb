package com.tillhouse.webhooks;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.adapter.vault.MasterKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.test.context.DynamicPropertyRegistry;

/** What every test of the whole app needs: a database and a master key. */
public final class WebhooksFixture {
    private WebhooksFixture() {}

    public static void register(DynamicPropertyRegistry registry, TestPostgres.Database database) {
        database.register(registry);
        String key = masterKey().toString();
        registry.add("tillhouse.vault.master-key-file", () -> key);
        registry.add("tillhouse.public-webhooks-url", () -> "http://localhost:9");
    }

    private static Path masterKey() {
        try {
            Path file = Files.createTempDirectory("webhooks-it").resolve("master.key");
            MasterKey.create(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
