package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lets a client in by its secret. Asks the database each time, so that a secret made a moment ago opens the door and one that was ended a moment ago does not;
 * a token lasts ten minutes, so this is rare.
 */
public final class UseClientSecret {
    private final UnitOfWork unitOfWork;
    private final ApiClientRepository clients;
    private final ClientDirectory directory;
    private final InstantSource clock;

    public UseClientSecret(
            UnitOfWork unitOfWork, ApiClientRepository clients, ClientDirectory directory, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clients = clients;
        this.directory = directory;
        this.clock = clock;
    }

    /** The enabled client with this id, if the secret is one of its live ones; that it was used is noted, to the minute. */
    public Optional<ApiClient> use(String clientId, String secret) {
        return directory
                .tenantOf(clientId)
                .flatMap(tenant -> unitOfWork.inTenant(tenant, () -> letIn(tenant, clientId, secret)));
    }

    private Optional<ApiClient> letIn(TenantId tenant, String clientId, String secret) {
        Instant now = clock.instant();
        Optional<ApiClient> client = clients.find(tenant, clientId).filter(ApiClient::enabled);
        Optional<ClientSecret> used = client.flatMap(found -> matching(found, secret, now));
        used.filter(found -> found.useIsNews(now))
                .ifPresent(found -> clients.noteUse(tenant, clientId, found.version(), now));
        return used.isPresent() ? client : Optional.empty();
    }

    /** Looks at every live secret whatever the others said. */
    private static Optional<ClientSecret> matching(ApiClient client, String secret, Instant now) {
        byte[] presented = ClientSecret.hashOf(secret);
        return client.liveSecrets(now).stream()
                .filter(kept -> kept.matches(presented))
                .reduce((first, second) -> first);
    }
}
