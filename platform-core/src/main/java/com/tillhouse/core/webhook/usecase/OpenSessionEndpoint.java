package com.tillhouse.core.webhook.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.webhook.domain.WebhookEndpoint;
import com.tillhouse.core.webhook.domain.WebhookSecret;
import com.tillhouse.core.webhook.port.WebhookEndpointRepository;
import java.time.InstantSource;

/**
 * Opens the endpoint that signs what goes to the {@code notify_url} of single sessions, with a secret that the merchant knows. Without this it
 * is made with a secret of its own at the first such session.
 */
public final class OpenSessionEndpoint {
    private final UnitOfWork unitOfWork;
    private final WebhookEndpointRepository endpoints;
    private final RecordAudit audit;
    private final InstantSource clock;

    public OpenSessionEndpoint(
            UnitOfWork unitOfWork, WebhookEndpointRepository endpoints, RecordAudit audit, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.endpoints = endpoints;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens it with this secret. False, and nothing changed, when the mode has one already. */
    public boolean open(TenantId tenant, Mode mode, WebhookSecret secret) {
        WebhookEndpoint endpoint = WebhookEndpoint.ofSessions(mode, clock.instant());
        return unitOfWork.inTenant(tenant, () -> {
            boolean added = endpoints.add(tenant, endpoint, secret);
            if (added) {
                audit.record(
                        tenant,
                        AuditNote.of(AuditAction.WEBHOOK_ENDPOINT_ADDED, endpoint.id())
                                .with("mode", mode)
                                .with("url", "the notify_url of each session"));
            }
            return added;
        });
    }
}
