package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Finds an API client by the id it sends, whoever's it is. Remembers the answer for half a minute, so that not every request asks the database. When it can't be
 * asked, nothing older stands in for its answer.
 */
public final class FindApiClient {
    /** A disabled client must be refused within 60 seconds. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private static final int MOST_REMEMBERED = 10_000;

    private final UnitOfWork unitOfWork;
    private final ApiClientRepository clients;
    private final ClientDirectory directory;
    private final InstantSource clock;

    @AcrossTenants("the tenant is what a client id is looked up for; ids are made by the platform and unique in it")
    private final ConcurrentMap<String, Found> remembered = new ConcurrentHashMap<>();

    public FindApiClient(
            UnitOfWork unitOfWork, ApiClientRepository clients, ClientDirectory directory, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clients = clients;
        this.directory = directory;
        this.clock = clock;
    }

    private record Found(ApiClient client, Instant at) {}

    /** The enabled client with this id, of a tenant that is not suspended; as it was at most half a minute ago. */
    public Optional<ApiClient> enabled(String clientId) {
        Instant now = clock.instant();
        Found known = remembered.get(clientId);
        if (known != null && now.isBefore(known.at().plus(REMEMBERED))) {
            return Optional.of(known.client());
        }
        Optional<ApiClient> fresh = enabledNow(clientId);
        fresh.ifPresentOrElse(client -> remember(client, now), () -> remembered.remove(clientId));
        return fresh;
    }

    /** As {@link #enabled}, but as it is now. */
    public Optional<ApiClient> enabledNow(String clientId) {
        return directory
                .tenantOf(clientId)
                .flatMap(owner -> unitOfWork.inTenant(owner, () -> clients.find(owner, clientId)))
                .filter(ApiClient::enabled);
    }

    /** Only clients that exist are remembered, so that made-up ids can't fill the memory. */
    private void remember(ApiClient client, Instant now) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(client.clientId(), new Found(client, now));
    }
}
