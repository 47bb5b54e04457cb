package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.webhook.domain.Delivery;
import com.tillhouse.core.webhook.domain.DeliveryClaim;
import com.tillhouse.core.webhook.domain.WebhookSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is needed to send claimed deliveries of one tenant: body, present URL, live secrets. */
final class DeliveryLoading {
    private final JdbcClient jdbc;
    private final SecretVault vault;

    DeliveryLoading(JdbcClient jdbc, SecretVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    List<Delivery> load(TenantId tenant, Collection<DeliveryClaim> claimed, Instant now) {
        Map<String, DeliveryClaim> claims =
                claimed.stream().collect(Collectors.toMap(DeliveryClaim::deliveryId, Function.identity()));
        Map<String, List<WebhookSecret>> secrets = new HashMap<>();
        return rows(tenant, claims.keySet()).stream()
                .filter(row -> row.claim(tenant).equals(claims.get(row.id)))
                .map(row -> row.delivery(
                        tenant,
                        secrets.computeIfAbsent(row.endpointId, endpoint -> liveSecrets(tenant, endpoint, now))))
                .toList();
    }

    private List<Row> rows(TenantId tenant, Collection<String> ids) {
        return jdbc.sql("""
                        select d.id, d.attempts, d.event_id, d.endpoint_id, coalesce(d.url, w.url) as url, e.body,
                          w.disabled_at is not null as disabled,
                          (select count(*) from delivery_attempt a
                           where a.tenant_id = d.tenant_id and a.delivery_id = d.id) as tries
                        from delivery d
                        join event e on e.tenant_id = d.tenant_id and e.id = d.event_id
                        join webhook_endpoint w on w.tenant_id = d.tenant_id and w.id = d.endpoint_id
                        where d.tenant_id = :tenant and d.id in (:ids) and d.status = 'PENDING'""")
                .param("tenant", tenant.value())
                .param("ids", ids)
                .query(Row::of)
                .list();
    }

    private List<WebhookSecret> liveSecrets(TenantId tenant, String endpoint, Instant now) {
        return jdbc.sql("""
                        select version, secret_encrypted from webhook_secret
                        where tenant_id = :tenant and endpoint_id = :endpoint and (expires_at is null or expires_at > :now)
                        order by version desc""")
                .param("tenant", tenant.value())
                .param("endpoint", endpoint)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> WebhookSecret.ofBytes(vault.open(
                        tenant,
                        WebhookSecret.place(endpoint, row.getInt("version")),
                        row.getBytes("secret_encrypted"))))
                .list();
    }

    private record Row(
            String id,
            int fence,
            String eventId,
            String endpointId,
            String url,
            String body,
            boolean disabled,
            int tries) {

        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getString("id"),
                    row.getInt("attempts"),
                    row.getString("event_id"),
                    row.getString("endpoint_id"),
                    row.getString("url"),
                    row.getString("body"),
                    row.getBoolean("disabled"),
                    row.getInt("tries"));
        }

        DeliveryClaim claim(TenantId tenant) {
            return new DeliveryClaim(tenant, id, fence);
        }

        Delivery delivery(TenantId tenant, List<WebhookSecret> secrets) {
            return new Delivery(claim(tenant), eventId, url, body, tries, disabled, secrets);
        }
    }
}
