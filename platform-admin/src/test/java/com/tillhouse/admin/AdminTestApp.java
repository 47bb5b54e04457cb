package com.tillhouse.admin;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.adapter.vault.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.test.context.DynamicPropertyRegistry;

/** What a test must say so that the app starts on a database of its own. */
public final class AdminTestApp {
    private AdminTestApp() {}

    /** Points the app at the database, with a master key of its own. */
    public static void register(DynamicPropertyRegistry registry, TestPostgres.Database database) throws IOException {
        database.register(registry);
        Path key = Files.createTempDirectory("admin-it").resolve("master.key");
        MasterKey.create(key);
        registry.add("tillhouse.vault.master-key-file", key::toString);
        registry.add("tillhouse.public-webhooks-url", () -> "https://webhooks.example");
    }
}
