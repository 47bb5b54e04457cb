package com.tillhouse.local.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What all three apps are told.
 *
 * @param masterKey file of the key that wraps all secrets in the database
 * @param smtp where the mail server of the local platform listens; 0 when there is none
 */
public record AppSettings(String databaseUrl, String appPassword, Path masterKey, Map<App, Integer> ports, int smtp) {
    private static final int HEALTH = 100;

    /** Where the app on this port tells how it is; its own port belongs to the internet. */
    public static int health(int port) {
        return port + HEALTH;
    }

    /** As command line arguments, which win over every file. */
    String[] argumentsFor(App app) {
        URI api = base(App.API);
        List<String> arguments = new ArrayList<>(List.of(
                "--server.address=localhost",
                "--server.port=" + port(app),
                "--management.server.address=localhost",
                "--management.server.port=" + health(port(app)),
                "--spring.datasource.url=" + databaseUrl,
                "--spring.datasource.username=app_rw",
                "--spring.datasource.password=" + appPassword,
                "--spring.datasource.hikari.maximum-pool-size=8",
                "--spring.datasource.hikari.minimum-idle=2",
                "--spring.main.banner-mode=off",
                "--tillhouse.api.audience=" + api + "/v1",
                "--tillhouse.api.documentation=" + api + "/errors/",
                "--tillhouse.api.issuer=" + api,
                "--tillhouse.egress.allow-local=true",
                "--tillhouse.public-webhooks-url=" + base(App.WEBHOOKS),
                "--tillhouse.vault.master-key-file=" + masterKey,
                app.ownAutoConfigurations()));
        // the others make no links to it, and a test may run them without it
        if (app == App.ADMIN) {
            arguments.add("--tillhouse.public-admin-url=" + base(App.ADMIN));
        }
        if (app == App.WEBHOOKS && smtp > 0) {
            arguments.add("--tillhouse.mail.host=127.0.0.1");
            arguments.add("--tillhouse.mail.port=" + smtp);
            arguments.add("--tillhouse.mail.security=none");
            arguments.add("--tillhouse.mail.from=no-reply@tillhouse.example");
        }
        return arguments.toArray(String[]::new);
    }

    /** Where an app answers. */
    public URI base(App app) {
        return URI.create("http://localhost:" + port(app));
    }

    private int port(App app) {
        return Objects.requireNonNull(ports.get(app));
    }

    @Override
    public String toString() {
        return databaseUrl;
    }
}
