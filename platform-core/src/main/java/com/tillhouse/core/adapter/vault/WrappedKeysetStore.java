package com.tillhouse.core.adapter.vault;

import com.tillhouse.core.keyset.domain.WrappedKeyset;
import com.tillhouse.core.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Wrapped keysets in the tables {@code vault_keyset}, inside the tenant's unit of work, and {@code platform_keyset}. */
public final class WrappedKeysetStore {
    private final JdbcClient jdbc;
    private final TransactionTemplate alone;

    public WrappedKeysetStore(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactionManager);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Optional<WrappedKeyset> find(TenantId tenant) {
        return jdbc.sql(
                        "select wrapped_keyset, master_key, generation, changed_at from vault_keyset where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(WrappedKeysetStore::keyset)
                .optional();
    }

    /** Keeps the keyset unless somebody was quicker; answers the one that holds. */
    WrappedKeyset addIfAbsent(TenantId tenant, WrappedKeyset fresh) {
        jdbc.sql("""
                        insert into vault_keyset (tenant_id, wrapped_keyset, master_key, generation, created_at)
                        values (:tenant, :wrapped, :master, :generation, clock_timestamp()) on conflict do nothing""")
                .param("tenant", tenant.value())
                .param("wrapped", fresh.bytes())
                .param("master", Objects.requireNonNull(fresh.masterKey()))
                .param("generation", fresh.generation())
                .update();
        return find(tenant).orElseThrow();
    }

    /** False when it is no longer as it was read. */
    boolean replace(TenantId tenant, WrappedKeyset read, WrappedKeyset next) {
        return jdbc.sql("""
                                update vault_keyset
                                set wrapped_keyset = :next, master_key = :master, generation = :generation, changed_at = clock_timestamp()
                                where tenant_id = :tenant and wrapped_keyset = :read""")
                        .param("next", next.bytes())
                        .param("master", Objects.requireNonNull(next.masterKey()))
                        .param("generation", next.generation())
                        .param("tenant", tenant.value())
                        .param("read", read.bytes())
                        .update()
                == 1;
    }

    /** True when the running transaction itself wrote the row, so that it is not yet certain to stay. */
    boolean addedInThisUnitOfWork(TenantId tenant) {
        return jdbc.sql(
                        "select xmin = pg_current_xact_id_if_assigned()::xid from vault_keyset where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    Optional<WrappedKeyset> ofPlatform() {
        return jdbc.sql("select wrapped_keyset, master_key, generation, changed_at from platform_keyset")
                .query(WrappedKeysetStore::keyset)
                .optional();
    }

    /** In a transaction of its own: what is remembered of it must not be rolled back. */
    WrappedKeyset addIfAbsentForPlatform(WrappedKeyset fresh) {
        alone.executeWithoutResult(status -> insertForPlatform(fresh));
        return ofPlatform().orElseThrow();
    }

    private void insertForPlatform(WrappedKeyset fresh) {
        jdbc.sql("""
                        insert into platform_keyset (id, wrapped_keyset, master_key, generation, created_at)
                        values ('platform', :wrapped, :master, :generation, clock_timestamp()) on conflict do nothing""")
                .param("wrapped", fresh.bytes())
                .param("master", Objects.requireNonNull(fresh.masterKey()))
                .param("generation", fresh.generation())
                .update();
    }

    /** In a transaction of its own. False when it is no longer as it was read. */
    boolean replaceForPlatform(WrappedKeyset read, WrappedKeyset next) {
        Integer replaced = alone.execute(status -> jdbc.sql("""
                        update platform_keyset
                        set wrapped_keyset = :next, master_key = :master, generation = :generation, changed_at = clock_timestamp()
                        where wrapped_keyset = :read""")
                .param("next", next.bytes())
                .param("master", Objects.requireNonNull(next.masterKey()))
                .param("generation", next.generation())
                .param("read", read.bytes())
                .update());
        return Objects.equals(replaced, 1);
    }

    private static WrappedKeyset keyset(ResultSet row, int number) throws SQLException {
        OffsetDateTime changedAt = row.getObject("changed_at", OffsetDateTime.class);
        return new WrappedKeyset(
                row.getBytes("wrapped_keyset"),
                row.getString("master_key"),
                row.getInt("generation"),
                changedAt == null ? null : changedAt.toInstant());
    }
}
