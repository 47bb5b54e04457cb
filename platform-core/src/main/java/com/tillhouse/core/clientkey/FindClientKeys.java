package com.tillhouse.core.clientkey;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.util.List;

/** Finds the public keys of a client, as they are now. */
public final class FindClientKeys {
    private final UnitOfWork unitOfWork;
    private final ClientKeyRepository keys;

    public FindClientKeys(UnitOfWork unitOfWork, ClientKeyRepository keys) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
    }

    /** The client's keys by name; none when it has none, or is not this tenant's. */
    public List<ClientKey> of(TenantId tenant, String clientId) {
        return unitOfWork.inTenant(tenant, () -> keys.of(tenant, clientId));
    }
}
