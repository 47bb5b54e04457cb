package com.tillhouse.core;

import com.tillhouse.core.config.DatabaseInstaller;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL for tests: Testcontainers where Docker answers, else embedded binaries. One server per JVM, one database per test class,
 * copied from a migrated template.
 */
public final class TestPostgres {
    private static final String TEMPLATE = "migrated";
    private static final DatabaseInstaller INSTALLER = new DatabaseInstaller("owner", "app");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestPostgres() {}

    /** A database of its own with the whole schema and no rows. */
    public static Database fresh() {
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        Server.ONLY.execute("create database " + name + " template " + TEMPLATE + " owner owner");
        return new Database(Server.ONLY.url(name));
    }

    /** An address and who may sign in there. */
    public record Database(String url) {
        /** As the apps sign in. */
        public DataSource app() {
            return new DriverManagerDataSource(url, "app_rw", "app");
        }

        /** As Flyway signs in. */
        public DataSource owner() {
            return new DriverManagerDataSource(url, "owner", "owner");
        }

        /** Past every lock; for looking at what is really there. */
        public DataSource superuser() {
            return new DriverManagerDataSource(url, Server.ONLY.user, Server.ONLY.password);
        }

        /** Points a Spring test at it. */
        public void register(DynamicPropertyRegistry registry) {
            registry.add("spring.datasource.url", () -> url);
            registry.add("spring.datasource.username", () -> "app_rw");
            registry.add("spring.datasource.password", () -> "app");
            // many applications stand beside each other in one JVM: each holds what it used, not what it might
            registry.add("spring.datasource.hikari.minimum-idle", () -> 0);
        }
    }

    /** The one server of this JVM. */
    private static final class Server {
        static final Server ONLY = dockerAnswers() ? inDocker() : embedded();

        private final String prefix;
        private final String user;
        private final String password;

        private Server(String prefix, String user, String password) {
            this.prefix = prefix;
            this.user = user;
            this.password = password;
            INSTALLER.createDatabase(new DriverManagerDataSource(url("postgres"), user, password), TEMPLATE);
            INSTALLER.migrate(url(TEMPLATE));
        }

        String url(String database) {
            return prefix + database;
        }

        void execute(String sql) {
            try (Connection connection = new DriverManagerDataSource(url("postgres"), user, password).getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Server inDocker() {
            // Never stopped here: Testcontainers removes it when this JVM ends.
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:17-alpine");
            container.start();
            String prefix = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/";
            return new Server(prefix, container.getUsername(), container.getPassword());
        }

        private static Server embedded() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("timezone", "UTC")
                        .setLocaleConfig("locale", "C.UTF-8")
                        .start();
                return new Server("jdbc:postgresql://localhost:" + postgres.getPort() + "/", "postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static boolean dockerAnswers() {
            boolean mayAnswer = System.getenv("DOCKER_HOST") != null
                    || Files.exists(Path.of("/var/run/docker.sock"))
                    || Files.exists(Path.of(System.getProperty("user.home"), ".docker/run/docker.sock"));
            return mayAnswer && DockerClientFactory.instance().isDockerAvailable();
        }
    }
}
