package com.tillhouse.core.webhook.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.shared.Violations;
import com.tillhouse.core.webhook.domain.WebhookEndpoint;
import com.tillhouse.core.webhook.domain.WebhookSecret;
import com.tillhouse.core.webhook.port.WebhookEndpointRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Gives an endpoint another secret. Until the overlap is over every webhook carries a signature by each, so that the receiver can change over when it likes. */
public final class RotateWebhookSecret {
    private static final Duration LONGEST = Duration.ofDays(30);

    private final UnitOfWork unitOfWork;
    private final WebhookEndpointRepository endpoints;
    private final RecordAudit audit;
    private final InstantSource clock;

    public RotateWebhookSecret(
            UnitOfWork unitOfWork, WebhookEndpointRepository endpoints, RecordAudit audit, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.endpoints = endpoints;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Answers the new secret, for the only time.
     *
     * @param overlap how long the secrets before it still sign; at most 30 days
     * @throws NotFoundException when the tenant has no such endpoint
     * @throws InvalidRequestException when the overlap is negative or too long
     */
    public WebhookSecret rotate(TenantId tenant, String endpointId, Duration overlap) {
        Violations found = new Violations();
        found.require(
                !overlap.isNegative() && overlap.compareTo(LONGEST) <= 0,
                "/overlap",
                "out_of_range",
                "must be from 0 to 30 days.");
        found.throwIfAny();
        WebhookSecret secret = WebhookSecret.fresh();
        Instant now = clock.instant();
        unitOfWork.runInTenant(tenant, () -> {
            WebhookEndpoint endpoint = endpoints.find(tenant, endpointId).orElseThrow(NotFoundException::new);
            int version = endpoints.rotateSecret(tenant, endpoint.id(), secret, now, now.plus(overlap));
            audit.record(
                    tenant,
                    AuditNote.of(AuditAction.WEBHOOK_SECRET_ROTATED, endpoint.id())
                            .with("version", version)
                            .with("others_end", now.plus(overlap)));
        });
        return secret;
    }
}
