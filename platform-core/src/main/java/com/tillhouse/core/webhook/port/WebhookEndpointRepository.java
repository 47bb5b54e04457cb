package com.tillhouse.core.webhook.port;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.webhook.domain.WebhookEndpoint;
import com.tillhouse.core.webhook.domain.WebhookSecret;
import java.util.Optional;

/** Endpoints of a tenant with their secrets, which are kept encrypted. Inside the tenant's unit of work. */
public interface WebhookEndpointRepository {

    /** Keeps a new endpoint and its first secret. False, and nothing changed, when it is of sessions and the mode has one already. */
    boolean add(TenantId tenant, WebhookEndpoint endpoint, WebhookSecret secret);

    Optional<WebhookEndpoint> find(TenantId tenant, String id);

    /** The endpoint of sessions of a mode. */
    Optional<WebhookEndpoint> ofSessions(TenantId tenant, Mode mode);
}
