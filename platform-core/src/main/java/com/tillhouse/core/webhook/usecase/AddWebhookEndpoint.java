package com.tillhouse.core.webhook.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.shared.UrlPolicy;
import com.tillhouse.core.shared.Violation;
import com.tillhouse.core.webhook.domain.WebhookEndpoint;
import com.tillhouse.core.webhook.domain.WebhookSecret;
import com.tillhouse.core.webhook.port.WebhookEndpointRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;

/** Adds an endpoint, once its URL is one that we are willing to call, and hands out its secret for the only time. */
public final class AddWebhookEndpoint {
    private final UnitOfWork unitOfWork;
    private final WebhookEndpointRepository endpoints;
    private final UrlPolicy urls;
    private final RecordAudit audit;
    private final InstantSource clock;

    public AddWebhookEndpoint(
            UnitOfWork unitOfWork,
            WebhookEndpointRepository endpoints,
            UrlPolicy urls,
            RecordAudit audit,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.endpoints = endpoints;
        this.urls = urls;
        this.audit = audit;
        this.clock = clock;
    }

    /** The endpoint as it was kept, and its secret. */
    public Added add(AddWebhookEndpointCommand command) {
        urls.refusal(command.url()).ifPresent(refusal -> {
            throw new InvalidRequestException(List.of(new Violation("/url", refusal.code(), refusal.detail())));
        });
        WebhookEndpoint endpoint =
                WebhookEndpoint.configured(command.mode(), command.url(), command.eventTypes(), clock.instant());
        WebhookSecret secret = command.secret() == null ? WebhookSecret.fresh() : command.secret();
        unitOfWork.runInTenant(command.tenant(), () -> {
            endpoints.add(command.tenant(), endpoint, secret);
            audit.record(
                    command.tenant(),
                    AuditNote.of(AuditAction.WEBHOOK_ENDPOINT_ADDED, endpoint.id())
                            .with("mode", endpoint.mode())
                            // some receivers keep a token in the query
                            .with("url", command.url().replaceFirst("[?#].*", "?…"))
                            .with("event_types", String.join(" ", new TreeSet<>(endpoint.eventTypes()))));
        });
        return new Added(endpoint, secret);
    }

    /** A new endpoint; the secret is never shown again. */
    public record Added(WebhookEndpoint endpoint, WebhookSecret secret) {}
}
