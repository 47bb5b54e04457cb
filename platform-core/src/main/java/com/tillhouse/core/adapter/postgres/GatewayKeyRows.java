package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.gateway.GatewayKey;
import com.tillhouse.core.gateway.SealedKey;
import com.tillhouse.core.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code gateway_key} as key versions. */
final class GatewayKeyRows {
    static final String COLUMNS =
            "version, key_version, status, private_key_encrypted, merchant_public_key, antom_public_key, retire_at";

    private final JdbcClient jdbc;

    GatewayKeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<GatewayKey> notRetired(TenantId tenant, String accountId) {
        return jdbc.sql("select " + COLUMNS + """
                         from gateway_key where tenant_id = :tenant and gateway_account_id = :account and status <> 'RETIRED'
                        order by version desc""")
                .param("tenant", tenant.value())
                .param("account", accountId)
                .query(GatewayKeyRows::key)
                .list();
    }

    void add(TenantId tenant, String accountId, GatewayKey key, Instant at) {
        SealedKey sealed = key.sealedPrivateKey();
        jdbc.sql("""
                        insert into gateway_key (tenant_id, gateway_account_id, version, key_version, status, private_key_encrypted,
                          merchant_public_key, antom_public_key, retire_at, created_at, activated_at)
                        values (:tenant, :account, :version, :keyVersion, :status, :private, :merchant, :antom, :retireAt, :at, :activated)""")
                .param("tenant", tenant.value())
                .param("account", accountId)
                .param("version", key.version())
                .param("keyVersion", key.keyVersion())
                .param("status", key.status().name())
                .param("private", sealed == null ? null : sealed.bytes(), Types.BINARY)
                .param("merchant", key.merchantPublicKey())
                .param("antom", key.antomPublicKey(), Types.VARCHAR)
                .param("retireAt", utc(key.retireAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("at", utc(at))
                .param(
                        "activated",
                        key.status() == GatewayKey.Status.PENDING ? null : utc(at),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    static GatewayKey key(ResultSet row, int number) throws SQLException {
        byte[] sealed = row.getBytes("private_key_encrypted");
        return new GatewayKey(
                row.getInt("version"),
                row.getInt("key_version"),
                GatewayKey.Status.valueOf(row.getString("status")),
                sealed == null ? null : new SealedKey(sealed),
                row.getString("merchant_public_key"),
                row.getString("antom_public_key"),
                instant(row, "retire_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
