package com.tillhouse.core.tenant;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;

/** Ends one of a client's secrets now: one that leaked, or one that is no longer used. */
public final class EndClientSecret {
    private final UnitOfWork unitOfWork;
    private final ApiClientRepository clients;
    private final RecordAudit audit;
    private final InstantSource clock;

    public EndClientSecret(UnitOfWork unitOfWork, ApiClientRepository clients, RecordAudit audit, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clients = clients;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Ends the secret; again is the same. The client is left with the others, or with its keys, or with nothing.
     *
     * @throws NotFoundException when the tenant has no such client, or it has no such secret
     */
    public void end(TenantId tenant, String clientId, int version) {
        unitOfWork.runInTenant(tenant, () -> {
            ApiClient client = clients.lock(tenant, clientId).orElseThrow(NotFoundException::new);
            ClientSecret secret = client.secrets().stream()
                    .filter(kept -> kept.version() == version)
                    .findAny()
                    .orElseThrow(NotFoundException::new);
            Instant now = clock.instant();
            if (!secret.live(now)) {
                return;
            }
            clients.expireSecret(tenant, clientId, version, now);
            audit.record(
                    tenant,
                    AuditNote.of(AuditAction.API_CLIENT_SECRET_ENDED, clientId).with("version", version));
        });
    }
}
