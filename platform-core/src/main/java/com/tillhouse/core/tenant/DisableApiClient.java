package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.InstantSource;

/** Shuts an API client out for good: no new token, and its tokens are refused within a minute. */
public final class DisableApiClient {
    private final UnitOfWork unitOfWork;
    private final ApiClientRepository clients;
    private final InstantSource clock;

    public DisableApiClient(UnitOfWork unitOfWork, ApiClientRepository clients, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clients = clients;
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
            clients.disable(tenant, client.clientId(), clock.instant());
        });
    }
}
