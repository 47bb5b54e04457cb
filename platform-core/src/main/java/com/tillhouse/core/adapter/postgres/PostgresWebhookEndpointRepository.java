package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.webhook.domain.WebhookEndpoint;
import com.tillhouse.core.webhook.domain.WebhookSecret;
import com.tillhouse.core.webhook.port.WebhookEndpointRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Endpoints by JDBC; secrets go through the vault. */
public final class PostgresWebhookEndpointRepository implements WebhookEndpointRepository {
    private static final String ENDPOINT = """
            select id, mode, kind, url, event_types, created_at, disabled_at
            from webhook_endpoint where tenant_id = :tenant""";
    private static final int FIRST_VERSION = 1;

    private final JdbcClient jdbc;
    private final SecretVault vault;

    public PostgresWebhookEndpointRepository(JdbcClient jdbc, SecretVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public boolean add(TenantId tenant, WebhookEndpoint endpoint, WebhookSecret secret) {
        int added = jdbc.sql("""
                        insert into webhook_endpoint (tenant_id, id, mode, kind, url, event_types, created_at)
                        values (:tenant, :id, :mode, :kind, :url, string_to_array(:types, ','), :at)
                        on conflict (tenant_id, mode) where kind = 'SESSION' do nothing""")
                .param("tenant", tenant.value())
                .param("id", endpoint.id())
                .param("mode", endpoint.mode().name())
                .param("kind", endpoint.kind().name())
                .param("url", endpoint.url())
                .param("types", String.join(",", endpoint.eventTypes()))
                .param("at", endpoint.createdAt().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 1) {
            insertSecret(tenant, endpoint.id(), FIRST_VERSION, secret, endpoint.createdAt());
        }
        return added == 1;
    }

    @Override
    public int rotateSecret(TenantId tenant, String endpointId, WebhookSecret secret, Instant at, Instant othersEnd) {
        jdbc.sql("select id from webhook_endpoint where tenant_id = :tenant and id = :endpoint for update")
                .param("tenant", tenant.value())
                .param("endpoint", endpointId)
                .query(String.class)
                .single();
        int version = 1
                + jdbc.sql("""
                                select max(version) from webhook_secret where tenant_id = :tenant and endpoint_id = :endpoint""")
                        .param("tenant", tenant.value())
                        .param("endpoint", endpointId)
                        .query(Integer.class)
                        .single();
        jdbc.sql("""
                        update webhook_secret set expires_at = least(expires_at, :end)
                        where tenant_id = :tenant and endpoint_id = :endpoint""")
                .param("end", othersEnd.atOffset(ZoneOffset.UTC))
                .param("tenant", tenant.value())
                .param("endpoint", endpointId)
                .update();
        insertSecret(tenant, endpointId, version, secret, at);
        return version;
    }

    private void insertSecret(TenantId tenant, String endpointId, int version, WebhookSecret secret, Instant at) {
        jdbc.sql("""
                        insert into webhook_secret (tenant_id, endpoint_id, version, secret_encrypted, created_at)
                        values (:tenant, :endpoint, :version, :secret, :at)""")
                .param("tenant", tenant.value())
                .param("endpoint", endpointId)
                .param("version", version)
                .param("secret", vault.seal(tenant, WebhookSecret.place(endpointId, version), secret.bytes()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<WebhookEndpoint> find(TenantId tenant, String id) {
        return jdbc.sql(ENDPOINT + " and id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .query(PostgresWebhookEndpointRepository::endpoint)
                .optional();
    }

    @Override
    public Optional<WebhookEndpoint> ofSessions(TenantId tenant, Mode mode) {
        return jdbc.sql(ENDPOINT + " and kind = 'SESSION' and mode = :mode")
                .param("tenant", tenant.value())
                .param("mode", mode.name())
                .query(PostgresWebhookEndpointRepository::endpoint)
                .optional();
    }

    private static WebhookEndpoint endpoint(ResultSet row, int number) throws SQLException {
        OffsetDateTime disabled = row.getObject("disabled_at", OffsetDateTime.class);
        return new WebhookEndpoint(
                row.getString("id"),
                Mode.valueOf(row.getString("mode")),
                WebhookEndpoint.Kind.valueOf(row.getString("kind")),
                row.getString("url"),
                Set.of((String[]) row.getArray("event_types").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                disabled == null ? null : disabled.toInstant());
    }
}
