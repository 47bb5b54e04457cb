package com.tillhouse.core.adapter.postgres;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions that look across tenants. They step down to a role that sees only what its policies and column grants show, and are always
 * their own: never part of a tenant's unit of work.
 */
public final class NarrowRole {
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    public NarrowRole(PlatformTransactionManager transactionManager, JdbcClient jdbc) {
        this.transactions = new TransactionTemplate(transactionManager);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.jdbc = jdbc;
    }

    /** Writes what belongs to no tenant, in a transaction of its own. */
    void ofNoTenant(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
    }

    /** As {@link #ofNoTenant}, for work that answers something. */
    <T> T answerOfNoTenant(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    /** Claims due work of all tenants as {@code app_worker}. */
    <T> T worker(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> {
            jdbc.sql("set local role app_worker").update();
            return work.get();
        }));
    }

    /** Lists tenants for one operator as {@code app_operator}, which sees nothing when that person is none. */
    <T> T operator(String person, Supplier<T> work) {
        return as("app_operator", person, work);
    }

    /** Finds the tenant that an opaque key belongs to, as {@code app_directory}, which sees exactly the rows of that key. */
    <T> T directory(String key, Supplier<T> work) {
        return as("app_directory", key, work);
    }

    private <T> T as(String role, String key, Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> {
            jdbc.sql("select set_config('app.directory_key', :key, true), set_config('role', :role, true)")
                    .param("key", key)
                    .param("role", role)
                    .query((row, number) -> row.getString(1))
                    .single();
            return work.get();
        }));
    }
}
