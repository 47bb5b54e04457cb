package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gateway.GatewayKey;
import com.tillhouse.core.gateway.NotifyRoute;
import com.tillhouse.core.gateway.SealedKey;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gateway accounts with keys and route, read whole. */
public final class PostgresGatewayAccountRepository implements GatewayAccountRepository {
    private static final String ACCOUNT = """
            select a.tenant_id, a.id, a.mode, a.client_id, a.host, r.path
            from gateway_account a join notify_route r
              on r.tenant_id = a.tenant_id and r.gateway_account_id = a.id
            where a.tenant_id = :tenant""";

    private final JdbcClient jdbc;
    private final NarrowRole narrow;

    public PostgresGatewayAccountRepository(JdbcClient jdbc, NarrowRole narrow) {
        this.jdbc = jdbc;
        this.narrow = narrow;
    }

    @Override
    public Optional<GatewayAccount> inMode(TenantId tenant, Mode mode) {
        return jdbc.sql(ACCOUNT + " and r.retired_at is null and a.mode = :mode")
                .param("tenant", tenant.value())
                .param("mode", mode.name())
                .query(this::account)
                .optional();
    }

    @Override
    public Optional<GatewayAccount> byId(TenantId tenant, String accountId) {
        return jdbc.sql(ACCOUNT + " and r.retired_at is null and a.id = :id")
                .param("tenant", tenant.value())
                .param("id", accountId)
                .query(this::account)
                .optional();
    }

    @Override
    public Optional<GatewayAccount> byRoute(TenantId tenant, byte[] routeHash) {
        return jdbc.sql(ACCOUNT + " and r.retired_at is null and r.route_hash = :hash")
                .param("tenant", tenant.value())
                .param("hash", routeHash)
                .query(this::account)
                .optional();
    }

    @Override
    public Optional<TenantId> tenantOfRoute(byte[] routeHash) {
        return narrow.directory(
                HexFormat.of().formatHex(routeHash),
                () -> jdbc.sql("select tenant_id from notify_route where route_hash = :hash")
                        .param("hash", routeHash)
                        .query((row, number) -> new TenantId(row.getObject(1, UUID.class)))
                        .optional());
    }

    @Override
    public void add(TenantId tenant, GatewayAccount account, Instant at) {
        jdbc.sql("""
                        insert into gateway_account (tenant_id, id, mode, client_id, host, created_at)
                        values (:tenant, :id, :mode, :client, :host, :at)""")
                .param("tenant", tenant.value())
                .param("id", account.id())
                .param("mode", account.mode().name())
                .param("client", account.clientId())
                .param("host", account.host())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        account.keys().forEach(key -> addKey(tenant, account.id(), key, at));
        addRoute(tenant, account, at);
    }

    private void addKey(TenantId tenant, String accountId, GatewayKey key, Instant at) {
        jdbc.sql("""
                        insert into gateway_key (tenant_id, gateway_account_id, version, status, private_key_encrypted,
                          merchant_public_key, antom_public_key, created_at)
                        values (:tenant, :account, :version, :status, :private, :merchant, :antom, :at)""")
                .param("tenant", tenant.value())
                .param("account", accountId)
                .param("version", key.version())
                .param("status", key.status().name())
                .param("private", key.sealedPrivateKey().bytes())
                .param("merchant", key.merchantPublicKey())
                .param("antom", key.antomPublicKey())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void addRoute(TenantId tenant, GatewayAccount account, Instant at) {
        NotifyRoute route = new NotifyRoute(account.notifyPath().substring(NotifyRoute.PREFIX.length()));
        jdbc.sql("""
                        insert into notify_route (tenant_id, id, gateway_account_id, route_hash, path, created_at)
                        values (:tenant, :id, :account, :hash, :path, :at)""")
                .param("tenant", tenant.value())
                .param("id", RandomId.withPrefix("rt_"))
                .param("account", account.id())
                .param("hash", route.hash())
                .param("path", route.path())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private GatewayAccount account(ResultSet row, int number) throws SQLException {
        TenantId tenant = new TenantId(row.getObject("tenant_id", UUID.class));
        String id = row.getString("id");
        return new GatewayAccount(
                tenant,
                id,
                Mode.valueOf(row.getString("mode")),
                row.getString("client_id"),
                row.getString("host"),
                keys(tenant, id),
                row.getString("path"));
    }

    private List<GatewayKey> keys(TenantId tenant, String accountId) {
        return jdbc.sql("""
                        select version, status, private_key_encrypted, merchant_public_key, antom_public_key
                        from gateway_key where tenant_id = :tenant and gateway_account_id = :account and status <> 'RETIRED'
                        order by version desc""")
                .param("tenant", tenant.value())
                .param("account", accountId)
                .query((row, number) -> new GatewayKey(
                        row.getInt("version"),
                        GatewayKey.Status.valueOf(row.getString("status")),
                        new SealedKey(row.getBytes("private_key_encrypted")),
                        row.getString("merchant_public_key"),
                        row.getString("antom_public_key")))
                .list();
    }
}
