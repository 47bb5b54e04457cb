package com.tillhouse.core.clientkey;

import com.tillhouse.core.shared.TenantId;
import java.util.List;

/** Public keys of a tenant's clients. Inside the tenant's unit of work. */
public interface ClientKeyRepository {

    /** The client's keys by name. */
    List<ClientKey> of(TenantId tenant, String clientId);

    /** Keeps these keys of the client, and no others. A key that stays keeps the moment it was made. */
    void replace(TenantId tenant, String clientId, List<ClientKey> keys);
}
