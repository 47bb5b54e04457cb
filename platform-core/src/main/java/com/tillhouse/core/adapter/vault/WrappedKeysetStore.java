package com.tillhouse.core.adapter.vault;

import com.tillhouse.core.shared.TenantId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wrapped keysets in the table {@code vault_keyset}. Inside the tenant's unit of work. */
public final class WrappedKeysetStore {
    private final JdbcClient jdbc;

    public WrappedKeysetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> find(TenantId tenant) {
        return jdbc.sql("select wrapped_keyset from vault_keyset where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** Keeps the keyset unless somebody was quicker; answers the one that holds. */
    byte[] addIfAbsent(TenantId tenant, byte[] wrapped) {
        jdbc.sql(
                        "insert into vault_keyset (tenant_id, wrapped_keyset, created_at) values (:tenant, :wrapped, clock_timestamp())"
                                + " on conflict do nothing")
                .param("tenant", tenant.value())
                .param("wrapped", wrapped)
                .update();
        return find(tenant).orElseThrow();
    }

    /** True when the running transaction itself wrote the row, so that it is not yet certain to stay. */
    boolean addedInThisUnitOfWork(TenantId tenant) {
        return jdbc.sql(
                        "select xmin = pg_current_xact_id_if_assigned()::xid from vault_keyset where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query((row, number) -> row.getBoolean(1))
                .single();
    }
}
