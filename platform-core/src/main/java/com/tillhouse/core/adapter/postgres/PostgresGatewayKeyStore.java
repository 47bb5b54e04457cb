package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayKey;
import com.tillhouse.core.gateway.GatewayKey.Status;
import com.tillhouse.core.gateway.SealedKey;
import com.tillhouse.core.gatewaykey.domain.KeyRecord;
import com.tillhouse.core.gatewaykey.port.GatewayKeyStore;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Key versions in {@code gateway_key}; whoever changes them holds the row of their account. */
public final class PostgresGatewayKeyStore implements GatewayKeyStore {
    private static final String ONE =
            " where tenant_id = :tenant and gateway_account_id = :account and version = :version";
    private static final String ENTER = "update gateway_key set antom_public_key = :antom, key_version = :keyVersion"
            + ONE + " and status = 'PENDING'";
    private static final String ACTIVATE =
            "update gateway_key set status = 'ACTIVE', key_version = :keyVersion, activated_at = :at"
                    + ONE
                    + " and status = 'PENDING' and merchant_public_key = :merchant and antom_public_key = :antom"
                    + " and exists (select from gateway_account a where a.tenant_id = gateway_key.tenant_id"
                    + " and a.id = gateway_account_id and a.client_id = :client and a.host = :host)";
    private static final String RETIRE =
            "update gateway_key set status = 'RETIRED', retired_at = :at, private_key_encrypted = null" + ONE
                    + " and status in (:from)";

    private final JdbcClient jdbc;
    private final NarrowRole narrow;
    private final GatewayKeyRows rows;

    public PostgresGatewayKeyStore(JdbcClient jdbc, NarrowRole narrow) {
        this.jdbc = jdbc;
        this.narrow = narrow;
        this.rows = new GatewayKeyRows(jdbc);
    }

    @Override
    public boolean lockAccount(TenantId tenant, Mode mode) {
        return jdbc.sql("select id from gateway_account where tenant_id = :tenant and mode = :mode for update")
                .param("tenant", tenant.value())
                .param("mode", mode.name())
                .query(String.class)
                .optional()
                .isPresent();
    }

    @Override
    public void correct(TenantId tenant, String accountId, String clientId, String host) {
        jdbc.sql("update gateway_account set client_id = :client, host = :host where tenant_id = :tenant and id = :id")
                .param("client", clientId)
                .param("host", host)
                .param("tenant", tenant.value())
                .param("id", accountId)
                .update();
    }

    @Override
    public void replaceAgentToken(TenantId tenant, String accountId, @Nullable SealedKey token) {
        jdbc.sql("update gateway_account set agent_token_encrypted = :token where tenant_id = :tenant and id = :id")
                .param("token", token == null ? null : token.bytes(), Types.BINARY)
                .param("tenant", tenant.value())
                .param("id", accountId)
                .update();
    }

    @Override
    public int nextVersion(TenantId tenant, String accountId) {
        return jdbc.sql("""
                        select coalesce(max(version), 0) + 1 from gateway_key
                        where tenant_id = :tenant and gateway_account_id = :account""")
                .param("tenant", tenant.value())
                .param("account", accountId)
                .query(Integer.class)
                .single();
    }

    @Override
    public void add(TenantId tenant, String accountId, GatewayKey key, Instant at) {
        rows.add(tenant, accountId, key, at);
    }

    @Override
    public boolean enterAntomKey(
            TenantId tenant, String accountId, int version, String antomPublicKey, int keyVersion) {
        return one(jdbc.sql(ENTER), tenant, accountId, version)
                        .param("antom", antomPublicKey)
                        .param("keyVersion", keyVersion)
                        .update()
                == 1;
    }

    @Override
    public void beginRetiring(TenantId tenant, String accountId, Instant end) {
        jdbc.sql("""
                        update gateway_key set status = 'RETIRING', retire_at = :end
                        where tenant_id = :tenant and gateway_account_id = :account and status = 'ACTIVE'""")
                .param("end", GatewayKeyRows.utc(end))
                .param("tenant", tenant.value())
                .param("account", accountId)
                .update();
    }

    @Override
    public boolean activate(TenantId tenant, GatewayAccount account, GatewayKey proved, Instant at) {
        return one(jdbc.sql(ACTIVATE), tenant, account.id(), proved.version())
                        .param("keyVersion", proved.keyVersion())
                        .param("at", GatewayKeyRows.utc(at))
                        .param("merchant", proved.merchantPublicKey())
                        .param("antom", Objects.requireNonNull(proved.antomPublicKey()))
                        .param("client", account.clientId())
                        .param("host", account.host())
                        .update()
                == 1;
    }

    @Override
    public boolean retire(TenantId tenant, String accountId, int version, Set<Status> from, Instant at) {
        return one(jdbc.sql(RETIRE), tenant, accountId, version)
                        .param("at", GatewayKeyRows.utc(at))
                        .param("from", from.stream().map(Status::name).toList())
                        .update()
                == 1;
    }

    @Override
    public List<Ended> retireDue(TenantId tenant, Instant now) {
        return jdbc.sql("""
                        update gateway_key set status = 'RETIRED', retired_at = :now, private_key_encrypted = null
                        where tenant_id = :tenant and status = 'RETIRING' and retire_at <= :now
                        returning gateway_account_id, version""")
                .param("now", GatewayKeyRows.utc(now))
                .param("tenant", tenant.value())
                .query((row, number) -> new Ended(row.getString("gateway_account_id"), row.getInt("version")))
                .list();
    }

    @Override
    public List<KeyRecord> history(TenantId tenant, String accountId, int most) {
        return jdbc.sql("select " + GatewayKeyRows.COLUMNS + """
                        , created_at, activated_at, retired_at from gateway_key
                        where tenant_id = :tenant and gateway_account_id = :account order by version desc limit :most""")
                .param("tenant", tenant.value())
                .param("account", accountId)
                .param("most", most)
                .query(PostgresGatewayKeyStore::seen)
                .list();
    }

    @Override
    public List<TenantId> tenantsWithDue(Instant now, int most) {
        return narrow.worker(() -> jdbc.sql("""
                        select distinct tenant_id from gateway_key where status = 'RETIRING' and retire_at <= :now limit :most""")
                .param("now", GatewayKeyRows.utc(now))
                .param("most", most)
                .query((row, number) -> new TenantId(row.getObject(1, UUID.class)))
                .list());
    }

    private static JdbcClient.StatementSpec one(
            JdbcClient.StatementSpec statement, TenantId tenant, String accountId, int version) {
        return statement
                .param("tenant", tenant.value())
                .param("account", accountId)
                .param("version", version);
    }

    private static KeyRecord seen(ResultSet row, int number) throws SQLException {
        GatewayKey key = GatewayKeyRows.key(row, number);
        return new KeyRecord(
                key.version(),
                key.keyVersion(),
                key.status(),
                key.merchantPublicKey(),
                key.antomPublicKey(),
                Objects.requireNonNull(GatewayKeyRows.instant(row, "created_at")),
                GatewayKeyRows.instant(row, "activated_at"),
                key.retireAt(),
                GatewayKeyRows.instant(row, "retired_at"));
    }
}
