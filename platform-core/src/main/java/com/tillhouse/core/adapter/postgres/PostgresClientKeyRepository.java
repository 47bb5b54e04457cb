package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.clientkey.ClientKey;
import com.tillhouse.core.clientkey.ClientKeyRepository;
import com.tillhouse.core.shared.TenantId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clients' public keys by JDBC. */
public final class PostgresClientKeyRepository implements ClientKeyRepository {
    private final JdbcClient jdbc;

    public PostgresClientKeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ClientKey> of(TenantId tenant, String clientId) {
        return jdbc.sql("""
                        select kid, jwk, created_at from oauth_client_key
                        where tenant_id = :tenant and client_id = :client order by kid""")
                .param("tenant", tenant.value())
                .param("client", clientId)
                .query((row, number) -> new ClientKey(
                        tenant,
                        clientId,
                        row.getString("kid"),
                        row.getString("jwk"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public void replace(TenantId tenant, String clientId, List<ClientKey> keys) {
        List<ClientKey> known = of(tenant, clientId);
        known.stream()
                .filter(old -> keys.stream().noneMatch(key -> same(old, key)))
                .forEach(this::remove);
        keys.stream()
                .filter(key -> known.stream().noneMatch(old -> same(old, key)))
                .forEach(this::add);
    }

    private static boolean same(ClientKey old, ClientKey key) {
        return old.kid().equals(key.kid()) && old.jwk().equals(key.jwk());
    }

    private void remove(ClientKey key) {
        jdbc.sql("delete from oauth_client_key where tenant_id = :tenant and client_id = :client and kid = :kid")
                .param("tenant", key.tenant().value())
                .param("client", key.clientId())
                .param("kid", key.kid())
                .update();
    }

    private void add(ClientKey key) {
        jdbc.sql("""
                        insert into oauth_client_key (tenant_id, client_id, kid, jwk, created_at)
                        values (:tenant, :client, :kid, :jwk, :created)""")
                .param("tenant", key.tenant().value())
                .param("client", key.clientId())
                .param("kid", key.kid())
                .param("jwk", key.jwk())
                .param("created", key.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
