package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/** Finds an API client by the id it sends, whoever's it is. Remembers the answer for half a minute, so that not every request asks the database. */
public final class FindApiClient {
    /** A disabled client must be refused within 60 seconds. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    /** What the platform itself makes; anything else is nobody's and need not be asked for. */
    private static final Pattern CLIENT_ID = Pattern.compile("tc_[0-9a-v]{26}");

    private static final int MOST_REMEMBERED = 10_000;

    private final UnitOfWork unitOfWork;
    private final ApiClientRepository clients;
    private final InstantSource clock;

    @AcrossTenants("the tenant is what a client id is looked up for; ids are made by the platform and unique in it")
    private final ConcurrentMap<String, Found> remembered = new ConcurrentHashMap<>();

    public FindApiClient(UnitOfWork unitOfWork, ApiClientRepository clients, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clients = clients;
        this.clock = clock;
    }

    private record Found(ApiClient client, Instant at) {}

    /** The enabled client with this id; as it was at most half a minute ago. */
    public Optional<ApiClient> enabled(String clientId) {
        if (!CLIENT_ID.matcher(clientId).matches()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Found known = remembered.get(clientId);
        if (known != null && now.isBefore(known.at().plus(REMEMBERED))) {
            return Optional.of(known.client());
        }
        Optional<ApiClient> fresh = load(clientId).filter(ApiClient::enabled);
        fresh.ifPresentOrElse(client -> remember(client, now), () -> remembered.remove(clientId));
        return fresh;
    }

    private Optional<ApiClient> load(String clientId) {
        Optional<TenantId> tenant = clients.tenantOf(clientId);
        return tenant.flatMap(owner -> unitOfWork.inTenant(owner, () -> clients.find(owner, clientId)));
    }

    /** Only clients that exist are remembered, so that made-up ids can't fill the memory. */
    private void remember(ApiClient client, Instant now) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(client.clientId(), new Found(client, now));
    }
}
