package com.tillhouse.local;

import com.tillhouse.core.config.DatabaseInstaller;
import com.tillhouse.local.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Gets a database with all migrations: from a server of our own, or from one that the environment names. */
final class DatabaseStart {
    private static final String NAME = "tillhouse";

    private final DataFolder folder;
    private final LocalSecrets secrets;
    private final DatabaseInstaller installer;
    private final Progress progress;

    DatabaseStart(DataFolder folder, Progress progress) {
        this.folder = folder;
        this.secrets = LocalSecrets.of(folder);
        this.installer = new DatabaseInstaller(secrets.ownerPassword(), secrets.appPassword());
        this.progress = progress;
    }

    /** @param fresh true when no earlier start came to its end, so that what it left in our own server is dropped */
    Database start(Map<String, String> environment, int port, boolean fresh, StopOrder stopOrder) {
        Optional<String> outside = Optional.ofNullable(environment.get("SPRING_DATASOURCE_URL"));
        if (outside.isPresent()) {
            progress.say("PostgreSQL outside: " + outside.get());
            return onOutsideServer(outside.get(), environment);
        }
        stopOrder.add(PostgresServer.start(folder.path(), port, secrets.superuserPassword()));
        progress.say("PostgreSQL runs on port " + port);
        String server = "jdbc:postgresql://localhost:" + port + "/";
        DriverManagerDataSource superuser = new DriverManagerDataSource(
                server + PostgresServer.SUPERUSER, PostgresServer.SUPERUSER, secrets.superuserPassword());
        if (fresh) {
            drop(superuser);
        }
        return install(superuser, server + NAME, NAME);
    }

    private Database onOutsideServer(String url, Map<String, String> environment) {
        int slash = url.lastIndexOf('/');
        String rest = url.substring(slash + 1);
        String name = rest.replaceFirst("\\?.*", "");
        if (!url.startsWith("jdbc:postgresql:") || name.isEmpty()) {
            throw new LocalStartException(
                    "SPRING_DATASOURCE_URL must look like jdbc:postgresql://host:5432/tillhouse, not " + url + ".");
        }
        String maintenance = url.substring(0, slash + 1) + "postgres" + rest.substring(name.length());
        DriverManagerDataSource superuser = new DriverManagerDataSource(
                maintenance,
                environment.getOrDefault("SPRING_DATASOURCE_USERNAME", PostgresServer.SUPERUSER),
                environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""));
        return install(superuser, url, name);
    }

    private Database install(DriverManagerDataSource superuser, String url, String name) {
        try {
            installer.createDatabase(superuser, name);
            int migrations = installer.migrate(url);
            progress.say(migrations == 0 ? "Database is up to date" : "Database ready, migrations run: " + migrations);
            return new Database(url, secrets.ownerPassword(), secrets.appPassword());
        } catch (IllegalStateException e) {
            throw new LocalStartException(
                    "The database can't be prepared (%s). It needs a superuser: for a PostgreSQL of your own set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD to one."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static void drop(DriverManagerDataSource superuser) {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + NAME + " with (force)");
        } catch (SQLException e) {
            throw new LocalStartException(
                    "PostgreSQL refuses its own superuser: %s. The data folder and its secrets.json don't belong together."
                            .formatted(e.getMessage()),
                    e);
        }
    }
}
