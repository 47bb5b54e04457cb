package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** API clients of a tenant with their secrets. Inside the tenant's unit of work unless said otherwise. */
public interface ApiClientRepository {

    /** Keeps a new client with its secrets. */
    void add(TenantId tenant, ApiClient client);

    Optional<ApiClient> find(TenantId tenant, String clientId);

    /** All clients of the tenant, those made first first. */
    List<ApiClient> all(TenantId tenant);

    /** As {@link #find}, and nobody else changes it until the unit of work ends. */
    Optional<ApiClient> lock(TenantId tenant, String clientId);

    void addSecret(TenantId tenant, String clientId, ClientSecret secret);

    /** Ends a secret at this moment, unless it ends sooner. */
    void expireSecret(TenantId tenant, String clientId, int version, Instant at);

    /**
     * Remembers that a secret was used, unless it is remembered already for a moment less than {@link ClientSecret#USE_NOTED_EVERY} before. Waits for nobody:
     * while somebody else writes the same it does nothing.
     */
    void noteUse(TenantId tenant, String clientId, int version, Instant at);

    /** Disables the client; without effect when it already is. */
    void disable(TenantId tenant, String clientId, Instant at);

    /** The tenant that a client belongs to. Opens its own transaction. */
    @AcrossTenants("a token request names only its client; the directory role sees exactly the row of that id")
    Optional<TenantId> tenantOf(String clientId);
}
