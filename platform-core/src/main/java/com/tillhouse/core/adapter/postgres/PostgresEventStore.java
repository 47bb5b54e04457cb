package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.DomainEvent;
import com.tillhouse.core.shared.EventStore;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.webhook.domain.EventTypes;
import com.tillhouse.core.webhook.domain.WebhookEndpoint;
import com.tillhouse.core.webhook.domain.WebhookSecret;
import com.tillhouse.core.webhook.port.WebhookEndpointRepository;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** The transactional outbox: an event and its deliveries are rows of the transaction that made the move. */
public final class PostgresEventStore implements EventStore {
    private final JdbcClient jdbc;
    private final WebhookEndpointRepository endpoints;
    private final EventBodyMapper bodies;

    public PostgresEventStore(JdbcClient jdbc, WebhookEndpointRepository endpoints, JsonMapper json) {
        this.jdbc = jdbc;
        this.endpoints = endpoints;
        this.bodies = new EventBodyMapper(json);
    }

    @Override
    public void append(TenantId tenant, DomainEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an event is kept in the transaction of the move it tells of");
        }
        String id = RandomId.withPrefix("evt_");
        addEvent(tenant, id, event);
        for (String endpoint : subscribed(tenant, event)) {
            addDelivery(tenant, id, event, endpoint, null);
        }
        if (event.notifyUrl() != null) {
            addDelivery(tenant, id, event, sessionEndpoint(tenant, event.mode(), event.at()), event.notifyUrl());
        }
    }

    private void addEvent(TenantId tenant, String id, DomainEvent event) {
        jdbc.sql("""
                        insert into event (tenant_id, id, mode, type, object_id, sequence, body, created_at)
                        values (:tenant, :id, :mode, :type, :object, :sequence, :body, :at)""")
                .param("tenant", tenant.value())
                .param("id", id)
                .param("mode", event.mode().name())
                .param("type", event.type())
                .param("object", event.objectId())
                .param("sequence", event.sequence())
                .param("body", bodies.render(event))
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<String> subscribed(TenantId tenant, DomainEvent event) {
        return jdbc.sql("""
                        select id from webhook_endpoint
                        where tenant_id = :tenant and mode = :mode and kind = 'CONFIGURED' and disabled_at is null
                          and (:type = any (event_types) or :all = any (event_types))
                        order by id""")
                .param("tenant", tenant.value())
                .param("mode", event.mode().name())
                .param("type", event.type())
                .param("all", EventTypes.ALL)
                .query((row, number) -> row.getString("id"))
                .list();
    }

    private void addDelivery(
            TenantId tenant, String eventId, DomainEvent event, String endpoint, @Nullable String url) {
        jdbc.sql("""
                        insert into delivery (tenant_id, id, event_id, endpoint_id, url, object_id, sequence, status, attempts,
                          next_attempt_at, created_at)
                        values (:tenant, :id, :event, :endpoint, :url, :object, :sequence, 'PENDING', 0, :at, :at)""")
                .param("tenant", tenant.value())
                .param("id", RandomId.withPrefix("dlv_"))
                .param("event", eventId)
                .param("endpoint", endpoint)
                .param("url", url)
                .param("object", event.objectId())
                .param("sequence", event.sequence())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private String sessionEndpoint(TenantId tenant, Mode mode, Instant at) {
        return endpoints
                .ofSessions(tenant, mode)
                .map(WebhookEndpoint::id)
                .orElseGet(() -> openSessionEndpoint(tenant, mode, at));
    }

    /** Another transaction may open it at the same moment; then that one counts. */
    private String openSessionEndpoint(TenantId tenant, Mode mode, Instant at) {
        WebhookEndpoint fresh = WebhookEndpoint.ofSessions(mode, at);
        return endpoints.add(tenant, fresh, WebhookSecret.fresh())
                ? fresh.id()
                : endpoints.ofSessions(tenant, mode).orElseThrow().id();
    }
}
