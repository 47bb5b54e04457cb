package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.clientkey.AssertionStore;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Used assertions; the primary key decides who was first. */
public final class PostgresAssertionStore implements AssertionStore {
    private static final int FORGOTTEN_AT_ONCE = 100;

    private final JdbcClient jdbc;

    public PostgresAssertionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean spend(TenantId tenant, String clientId, byte[] idHash, Instant expiresAt) {
        return jdbc.sql("""
                        insert into oauth_client_assertion (tenant_id, client_id, jti_hash, expires_at)
                        values (:tenant, :client, :hash, :expires) on conflict do nothing""")
                        .param("tenant", tenant.value())
                        .param("client", clientId)
                        .param("hash", idHash)
                        .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public void forgetEnded(TenantId tenant, String clientId, Instant before) {
        jdbc.sql("""
                        delete from oauth_client_assertion where (tenant_id, client_id, jti_hash) in (
                          select tenant_id, client_id, jti_hash from oauth_client_assertion
                          where tenant_id = :tenant and client_id = :client and expires_at < :before
                          order by expires_at limit :most for update skip locked)""")
                .param("tenant", tenant.value())
                .param("client", clientId)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", FORGOTTEN_AT_ONCE)
                .update();
    }
}
