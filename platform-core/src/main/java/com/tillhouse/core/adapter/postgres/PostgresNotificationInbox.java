package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.notification.domain.Envelope;
import com.tillhouse.core.notification.domain.InboxEntry;
import com.tillhouse.core.notification.domain.InboxVerdict;
import com.tillhouse.core.notification.port.NotificationInbox;
import com.tillhouse.core.shared.TenantId;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The unique dedupe key makes copies wait for each other and the second one harmless. */
public final class PostgresNotificationInbox implements NotificationInbox {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    public PostgresNotificationInbox(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public boolean admit(TenantId tenant, InboxEntry entry, InboxVerdict verdict) {
        int kept = jdbc.sql("""
                        insert into notification (tenant_id, id, gateway_account_id, dedupe_key, type, object_id, verdict,
                          reason, headers, body, received_at, copies)
                        values (:tenant, :id, :account, :key, :type, :object, :verdict,
                          :reason, cast(:headers as jsonb), :body, :received, 1)
                        on conflict (tenant_id, gateway_account_id, dedupe_key) do nothing""")
                .param("tenant", tenant.value())
                .param("id", entry.id())
                .param("account", entry.gatewayAccountId())
                .param("key", entry.key().bytes())
                .param("type", entry.type())
                .param("object", entry.objectId())
                .param("verdict", verdict.kind().name())
                .param("reason", verdict.reason())
                .param("headers", headers(entry.envelope()))
                .param("body", entry.envelope().body())
                .param("received", entry.receivedAt().atOffset(ZoneOffset.UTC))
                .update();
        if (kept == 0) {
            countCopy(tenant, entry);
        }
        return kept > 0;
    }

    @Override
    public void conclude(TenantId tenant, String entryId, InboxVerdict verdict) {
        jdbc.sql("update notification set verdict = :verdict, reason = :reason where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", entryId)
                .param("verdict", verdict.kind().name())
                .param("reason", verdict.reason())
                .update();
    }

    private void countCopy(TenantId tenant, InboxEntry entry) {
        jdbc.sql("""
                        update notification set copies = copies + 1
                        where tenant_id = :tenant and gateway_account_id = :account and dedupe_key = :key""")
                .param("tenant", tenant.value())
                .param("account", entry.gatewayAccountId())
                .param("key", entry.key().bytes())
                .update();
    }

    private String headers(Envelope envelope) {
        return json.writeValueAsString(Map.of(
                "client-id", envelope.clientId(),
                "request-time", envelope.requestTime(),
                "signature", envelope.signature()));
    }
}
