package com.tillhouse.core.tenant;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.InstantSource;

/** Shuts an API client out for good: no new token, and its tokens are refused within a minute. */
public final class DisableApiClient {
    private final UnitOfWork unitOfWork;
    private final ApiClientRepository clients;
    private final RecordAudit audit;
    private final InstantSource clock;

    public DisableApiClient(
            UnitOfWork unitOfWork, ApiClientRepository clients, RecordAudit audit, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clients = clients;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Disables the client; again is the same.
     *
     * @throws NotFoundException when the tenant has no such client
     */
    public void disable(TenantId tenant, String clientId) {
        unitOfWork.runInTenant(tenant, () -> {
            ApiClient client = clients.lock(tenant, clientId).orElseThrow(NotFoundException::new);
            if (client.enabled()) {
                clients.disable(tenant, client.clientId(), clock.instant());
                audit.record(
                        tenant,
                        AuditNote.of(AuditAction.API_CLIENT_DISABLED, clientId).with("name", client.name()));
            }
        });
    }
}
