package com.tillhouse.core.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Prepares a database: roles, the database itself, all migrations. Needs a superuser once; the apps never do. Safe to run again.
 *
 * @param ownerPassword password of the role {@code owner}, which runs migrations
 * @param appPassword password of the role {@code app_rw}, which the apps sign in as
 */
public record DatabaseInstaller(String ownerPassword, String appPassword) {

    /** Makes roles and, if it is missing, the database of that name. */
    public void createDatabase(DataSource superuser, String database) {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(rolesScript());
            statement.execute("alter role owner password " + literal(ownerPassword));
            statement.execute("alter role app_rw password " + literal(appPassword));
            if (!exists(statement, database)) {
                statement.execute("create database " + identifier(database) + " owner owner");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("can't prepare the database " + database + ": " + e.getMessage(), e);
        }
    }

    /** Runs all migrations as {@code owner}; answers how many ran. */
    public int migrate(String jdbcUrl) {
        return Flyway.configure(DatabaseInstaller.class.getClassLoader())
                .dataSource(new DriverManagerDataSource(jdbcUrl, "owner", ownerPassword))
                .locations("classpath:db/migration")
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private static boolean exists(Statement statement, String database) throws SQLException {
        try (ResultSet found =
                statement.executeQuery("select 1 from pg_database where datname = " + literal(database))) {
            return found.next();
        }
    }

    private static String rolesScript() {
        try (InputStream script = DatabaseInstaller.class.getResourceAsStream("/db/roles.sql")) {
            if (script == null) {
                throw new IllegalStateException("db/roles.sql is missing on the classpath");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return "***";
    }
}
