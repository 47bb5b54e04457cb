package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gateway.NotifyRoute;
import com.tillhouse.core.gateway.SealedKey;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gateway accounts with keys and route, read whole. */
public final class PostgresGatewayAccountRepository implements GatewayAccountRepository {
    private static final String ACCOUNT = """
            select a.tenant_id, a.id, a.mode, a.client_id, a.host, a.agent_token_encrypted, r.id as route_id, r.path, r.path_encrypted
            from gateway_account a join notify_route r
              on r.tenant_id = a.tenant_id and r.gateway_account_id = a.id
            where a.tenant_id = :tenant""";

    private final JdbcClient jdbc;
    private final NarrowRole narrow;
    private final SecretVault vault;
    private final GatewayKeyRows keyRows;

    public PostgresGatewayAccountRepository(JdbcClient jdbc, NarrowRole narrow, SecretVault vault) {
        this.jdbc = jdbc;
        this.narrow = narrow;
        this.vault = vault;
        this.keyRows = new GatewayKeyRows(jdbc);
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
        SealedKey token = account.sealedAgentToken();
        jdbc.sql("""
                        insert into gateway_account (tenant_id, id, mode, client_id, host, agent_token_encrypted, created_at)
                        values (:tenant, :id, :mode, :client, :host, :token, :at)""")
                .param("tenant", tenant.value())
                .param("id", account.id())
                .param("mode", account.mode().name())
                .param("client", account.clientId())
                .param("host", account.host())
                .param("token", token == null ? null : token.bytes(), Types.BINARY)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        account.keys().forEach(key -> keyRows.add(tenant, account.id(), key, at));
        addRoute(tenant, account, at);
    }

    private void addRoute(TenantId tenant, GatewayAccount account, Instant at) {
        String id = RandomId.withPrefix("rt_");
        NotifyRoute route = new NotifyRoute(account.notifyPath().substring(NotifyRoute.PREFIX.length()));
        jdbc.sql("""
                        insert into notify_route (tenant_id, id, gateway_account_id, route_hash, path_encrypted, created_at)
                        values (:tenant, :id, :account, :hash, :path, :at)""")
                .param("tenant", tenant.value())
                .param("id", id)
                .param("account", account.id())
                .param("hash", route.hash())
                .param(
                        "path",
                        vault.seal(tenant, NotifyRoute.place(id), route.path().getBytes(StandardCharsets.US_ASCII)))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private GatewayAccount account(ResultSet row, int number) throws SQLException {
        TenantId tenant = new TenantId(row.getObject("tenant_id", UUID.class));
        String id = row.getString("id");
        byte[] token = row.getBytes("agent_token_encrypted");
        return new GatewayAccount(
                tenant,
                id,
                Mode.valueOf(row.getString("mode")),
                row.getString("client_id"),
                row.getString("host"),
                keyRows.notRetired(tenant, id),
                path(tenant, row),
                token == null ? null : new SealedKey(token));
    }

    /** Paths from before they were sealed stand in clear until their keyset is rotated. */
    private String path(TenantId tenant, ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("path_encrypted");
        return sealed == null
                ? row.getString("path")
                : new String(
                        vault.open(tenant, NotifyRoute.place(row.getString("route_id")), sealed),
                        StandardCharsets.US_ASCII);
    }
}
