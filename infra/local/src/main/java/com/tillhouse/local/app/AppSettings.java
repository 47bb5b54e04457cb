package com.tillhouse.local.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * What all three apps are told.
 *
 * @param masterKey file of the key that wraps all secrets in the database
 */
public record AppSettings(String databaseUrl, String appPassword, Path masterKey, Map<App, Integer> ports) {

    /** As command line arguments, which win over every file. */
    String[] argumentsFor(App app) {
        URI api = base(App.API);
        return new String[] {
            "--server.address=localhost",
            "--server.port=" + ports.get(app),
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
            "--" + OwnAutoConfigurationFilter.PROPERTY + "=" + String.join(",", app.foreignPackages())
        };
    }

    /** Where an app answers. */
    public URI base(App app) {
        return URI.create("http://localhost:" + ports.get(app));
    }

    @Override
    public String toString() {
        return databaseUrl;
    }
}
