package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.ApiClient;
import com.tillhouse.core.tenant.ApiClientRepository;
import com.tillhouse.core.tenant.ClientSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** API clients by JDBC; the look-up by id alone goes through the directory role. */
public final class PostgresApiClientRepository implements ApiClientRepository {
    private static final String CLIENT = """
            select c.*, t.suspended_at from oauth_client c join tenant t using (tenant_id)
            where c.tenant_id = :tenant and c.client_id = :client""";

    private final JdbcClient jdbc;
    private final NarrowRole narrow;

    public PostgresApiClientRepository(JdbcClient jdbc, NarrowRole narrow) {
        this.jdbc = jdbc;
        this.narrow = narrow;
    }

    @Override
    public void add(TenantId tenant, ApiClient client) {
        jdbc.sql("""
                        insert into oauth_client (tenant_id, client_id, mode, name, scopes, api_version, created_at, disabled_at)
                        values (:tenant, :client, :mode, :name, :scopes, :version, :created, :disabled)""")
                .param("tenant", tenant.value())
                .param("client", client.clientId())
                .param("mode", client.mode().name())
                .param("name", client.name())
                .param("scopes", client.scopes().stream().sorted().toArray(String[]::new))
                .param("version", client.apiVersion())
                .param("created", utc(client.createdAt()))
                .param("disabled", utc(client.disabledAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        client.secrets().forEach(secret -> addSecret(tenant, client.clientId(), secret));
    }

    @Override
    public void addSecret(TenantId tenant, String clientId, ClientSecret secret) {
        jdbc.sql("""
                        insert into oauth_client_secret
                          (tenant_id, client_id, version, secret_hash, created_at, expires_at, last_used_at)
                        values (:tenant, :client, :version, :hash, :created, :expires, :used)""")
                .param("tenant", tenant.value())
                .param("client", clientId)
                .param("version", secret.version())
                .param("hash", secret.hash())
                .param("created", utc(secret.createdAt()))
                .param("expires", utc(secret.expiresAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("used", utc(secret.lastUsedAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    @Override
    public void noteUse(TenantId tenant, String clientId, int version, Instant at) {
        jdbc.sql("""
                        update oauth_client_secret set last_used_at = :at
                        where (tenant_id, client_id, version) in (
                          select tenant_id, client_id, version from oauth_client_secret
                          where tenant_id = :tenant and client_id = :client and version = :version
                            and (last_used_at is null or last_used_at <= :before)
                          for update skip locked)""")
                .param("at", utc(at))
                .param("before", utc(at.minus(ClientSecret.USE_NOTED_EVERY)))
                .param("tenant", tenant.value())
                .param("client", clientId)
                .param("version", version)
                .update();
    }

    @Override
    public void expireSecret(TenantId tenant, String clientId, int version, Instant at) {
        jdbc.sql("""
                        update oauth_client_secret set expires_at = least(expires_at, :at)
                        where tenant_id = :tenant and client_id = :client and version = :version""")
                .param("at", utc(at))
                .param("tenant", tenant.value())
                .param("client", clientId)
                .param("version", version)
                .update();
    }

    @Override
    public void disable(TenantId tenant, String clientId, Instant at) {
        jdbc.sql("""
                        update oauth_client set disabled_at = coalesce(disabled_at, :at)
                        where tenant_id = :tenant and client_id = :client""")
                .param("at", utc(at))
                .param("tenant", tenant.value())
                .param("client", clientId)
                .update();
    }

    @Override
    public Optional<ApiClient> find(TenantId tenant, String clientId) {
        return read(jdbc.sql(CLIENT), tenant, clientId);
    }

    @Override
    public List<ApiClient> all(TenantId tenant) {
        return jdbc
                .sql("select client_id from oauth_client where tenant_id = :tenant order by created_at, client_id")
                .param("tenant", tenant.value())
                .query((row, number) -> row.getString("client_id"))
                .list()
                .stream()
                .flatMap(client -> find(tenant, client).stream())
                .toList();
    }

    @Override
    public Optional<ApiClient> lock(TenantId tenant, String clientId) {
        return read(jdbc.sql(CLIENT + " for update of c"), tenant, clientId);
    }

    private Optional<ApiClient> read(StatementSpec statement, TenantId tenant, String clientId) {
        return statement
                .param("tenant", tenant.value())
                .param("client", clientId)
                .query((row, number) -> client(tenant, row, secrets(tenant, clientId)))
                .optional();
    }

    private List<ClientSecret> secrets(TenantId tenant, String clientId) {
        return jdbc.sql("""
                        select version, secret_hash, created_at, expires_at, last_used_at from oauth_client_secret
                        where tenant_id = :tenant and client_id = :client order by version""")
                .param("tenant", tenant.value())
                .param("client", clientId)
                .query((row, number) -> new ClientSecret(
                        row.getInt("version"),
                        row.getBytes("secret_hash"),
                        at(row, "created_at"),
                        maybeAt(row, "expires_at"),
                        maybeAt(row, "last_used_at")))
                .list();
    }

    @Override
    public Optional<TenantId> tenantOf(String clientId) {
        return narrow.directory(
                clientId,
                () -> jdbc.sql("select tenant_id from oauth_client where client_id = :client")
                        .param("client", clientId)
                        .query((row, number) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                        .optional());
    }

    private static ApiClient client(TenantId tenant, ResultSet row, List<ClientSecret> secrets) throws SQLException {
        return new ApiClient(
                tenant,
                row.getString("client_id"),
                Mode.valueOf(row.getString("mode")),
                row.getString("name"),
                Set.of((String[]) row.getArray("scopes").getArray()),
                row.getObject("api_version", LocalDate.class),
                at(row, "created_at"),
                maybeAt(row, "disabled_at"),
                maybeAt(row, "suspended_at"),
                secrets);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybeAt(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
