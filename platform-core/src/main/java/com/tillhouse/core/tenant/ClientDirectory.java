package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.shared.TenantId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/** Whose a client id is. A client never changes hands, so what was found once is remembered; that it exists says nothing about whether it may come in. */
public final class ClientDirectory {
    /** What the platform itself makes; anything else is nobody's and need not be asked for. */
    private static final Pattern CLIENT_ID = Pattern.compile("tc_[0-9a-v]{26}");

    private static final int MOST_REMEMBERED = 10_000;

    private final ApiClientRepository clients;

    @AcrossTenants("the tenant is what is looked up; ids are made by the platform and unique in it")
    private final ConcurrentMap<String, TenantId> remembered = new ConcurrentHashMap<>();

    public ClientDirectory(ApiClientRepository clients) {
        this.clients = clients;
    }

    /** The tenant that the client belongs to; empty for an id that the platform never made. */
    public Optional<TenantId> tenantOf(String clientId) {
        if (!CLIENT_ID.matcher(clientId).matches()) {
            return Optional.empty();
        }
        TenantId known = remembered.get(clientId);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<TenantId> found = clients.tenantOf(clientId);
        found.ifPresent(tenant -> remember(clientId, tenant));
        return found;
    }

    /** Only clients that exist are remembered, so that made-up ids can't fill the memory. */
    private void remember(String clientId, TenantId tenant) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(clientId, tenant);
    }
}
