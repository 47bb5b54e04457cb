package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.InstantSource;

/** Ends one of a client's secrets now: one that leaked, or one that is no longer used. */
public final class EndClientSecret {
    private final UnitOfWork unitOfWork;
    private final ApiClientRepository clients;
    private final InstantSource clock;

    public EndClientSecret(UnitOfWork unitOfWork, ApiClientRepository clients, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clients = clients;
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
            clients.expireSecret(tenant, clientId, secret.version(), clock.instant());
        });
    }
}
