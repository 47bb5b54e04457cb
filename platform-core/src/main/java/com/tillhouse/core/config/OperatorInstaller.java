package com.tillhouse.core.config;

import com.tillhouse.core.adapter.password.Argon2PasswordVault;
import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresOperatorRepository;
import com.tillhouse.core.adapter.postgres.PostgresPersonRepository;
import com.tillhouse.core.operator.usecase.EnrolOperator;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Makes operators. Signs in as {@code owner}, as migrations do: what the apps sign in as may not write that table.
 *
 * @param jdbcUrl the database
 * @param ownerPassword password of the role {@code owner}
 */
public record OperatorInstaller(String jdbcUrl, String ownerPassword) {

    /** The use case on that connection. */
    public EnrolOperator enrolment() {
        DriverManagerDataSource owner = new DriverManagerDataSource(jdbcUrl, "owner", ownerPassword);
        JdbcClient jdbc = JdbcClient.create(owner);
        NarrowRole narrow = new NarrowRole(new JdbcTransactionManager(owner), jdbc);
        return new EnrolOperator(
                new PostgresOperatorRepository(jdbc, narrow),
                new PostgresPersonRepository(jdbc, narrow),
                new Argon2PasswordVault(),
                Clock.systemUTC());
    }

    @Override
    public String toString() {
        return "***";
    }
}
