package com.tillhouse.core.webhook.port;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.webhook.domain.WebhookEndpoint;
import com.tillhouse.core.webhook.domain.WebhookSecret;
import java.time.Instant;
import java.util.Optional;

/** Endpoints of a tenant with their secrets, which are kept encrypted. Inside the tenant's unit of work. */
public interface WebhookEndpointRepository {

    /** Keeps a new endpoint and its first secret. False, and nothing changed, when it is of sessions and the mode has one already. */
    boolean add(TenantId tenant, WebhookEndpoint endpoint, WebhookSecret secret);

    Optional<WebhookEndpoint> find(TenantId tenant, String id);

    /** The endpoint of sessions of a mode. */
    Optional<WebhookEndpoint> ofSessions(TenantId tenant, Mode mode);

    /**
     * Adds a secret that has no end and lets those before it end by then. Whoever does the same at the same time waits. Answers the secret's version.
     *
     * @param at when it begins
     * @param othersEnd when the secrets before it end, unless they end sooner
     */
    int rotateSecret(TenantId tenant, String endpointId, WebhookSecret secret, Instant at, Instant othersEnd);
}
