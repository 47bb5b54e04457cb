package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.operator.domain.OperatorAtWork;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.trail.domain.TrailNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Binds the tenant to the transaction's own connection by {@code set_config(…, true)}; row-level security reads it from there. What the act under way
 * noted for the tenant goes along with the transaction.
 */
public final class PostgresUnitOfWork implements UnitOfWork {
    private static final ScopedValue<TenantId> BOUND = ScopedValue.newInstance();

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final TrailNotes notes;
    private final OperatorEntrance entrance;

    /** For those that nobody signs in to, and for what operators do for the platform itself. */
    public PostgresUnitOfWork(PlatformTransactionManager transactionManager, JdbcClient jdbc) {
        this(transactionManager, jdbc, OperatorAtWork.NOBODY);
    }

    /** @param atWork for whom a thread works; an operator gets into a tenant only by an open access */
    public PostgresUnitOfWork(PlatformTransactionManager transactionManager, JdbcClient jdbc, OperatorAtWork atWork) {
        this.transactions = new TransactionTemplate(transactionManager);
        this.jdbc = jdbc;
        this.notes = new TrailNotes(jdbc);
        this.entrance = new OperatorEntrance(jdbc, atWork);
    }

    @Override
    public <T> T inTenant(TenantId tenant, Supplier<T> work) {
        if (BOUND.isBound()) {
            if (!BOUND.get().equals(tenant)) {
                throw new IllegalStateException("a unit of work of one tenant can't reach into another tenant");
            }
            return work.get();
        }
        return ScopedValue.where(BOUND, tenant).call(() -> begin(tenant, work));
    }

    private <T> T begin(TenantId tenant, Supplier<T> work) {
        List<TrailNote> written = new ArrayList<>();
        T result = Objects.requireNonNull(transactions.execute(status -> {
            jdbc.sql("select set_config('app.tenant', :tenant, true)")
                    .param("tenant", tenant.toString())
                    .query(String.class)
                    .single();
            entrance.enter(tenant);
            T done = work.get();
            written.addAll(notes.write(tenant));
            return done;
        }));
        TrailNotes.committed(written);
        return result;
    }
}
