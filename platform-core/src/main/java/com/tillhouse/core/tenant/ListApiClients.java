package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.util.List;

/** Shows a tenant its API clients, also disabled ones, with when each secret was made, last used and ends. */
public final class ListApiClients {
    private final UnitOfWork unitOfWork;
    private final ApiClientRepository clients;

    public ListApiClients(UnitOfWork unitOfWork, ApiClientRepository clients) {
        this.unitOfWork = unitOfWork;
        this.clients = clients;
    }

    /** All clients of the tenant, those made first first; their secrets are hashes only. */
    public List<ApiClient> of(TenantId tenant) {
        return unitOfWork.inTenant(tenant, () -> clients.all(tenant));
    }
}
