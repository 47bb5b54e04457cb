package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.webhook.domain.WebhookEndpoint;
import com.tillhouse.core.webhook.domain.WebhookSecret;
import com.tillhouse.core.webhook.port.WebhookEndpointRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
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
            addSecret(tenant, endpoint, secret);
        }
        return added == 1;
    }

    private void addSecret(TenantId tenant, WebhookEndpoint endpoint, WebhookSecret secret) {
        String place = WebhookSecret.place(endpoint.id(), FIRST_VERSION);
        jdbc.sql("""
                        insert into webhook_secret (tenant_id, endpoint_id, version, secret_encrypted, created_at)
                        values (:tenant, :endpoint, :version, :secret, :at)""")
                .param("tenant", tenant.value())
                .param("endpoint", endpoint.id())
                .param("version", FIRST_VERSION)
                .param("secret", vault.seal(tenant, place, secret.bytes()))
                .param("at", endpoint.createdAt().atOffset(ZoneOffset.UTC))
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
