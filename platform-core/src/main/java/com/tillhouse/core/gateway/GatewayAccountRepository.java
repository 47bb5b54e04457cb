package com.tillhouse.core.gateway;

import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.util.Optional;

/** Gateway accounts with their key versions and their current notify path. Inside the tenant's unit of work unless said otherwise. */
public interface GatewayAccountRepository {

    Optional<GatewayAccount> inMode(TenantId tenant, Mode mode);

    Optional<GatewayAccount> byId(TenantId tenant, String accountId);

    /** The account that a live notify route leads to, with that route's path as {@code notifyPath}. */
    Optional<GatewayAccount> byRoute(TenantId tenant, byte[] routeHash);

    /** Keeps a new account with its keys and makes {@code notifyPath} its current route. */
    void add(TenantId tenant, GatewayAccount account, Instant at);

    /** The tenant that a live route belongs to. Opens its own transaction. */
    @AcrossTenants("a notification names only its route; the directory role sees exactly the row of that hash")
    Optional<TenantId> tenantOfRoute(byte[] routeHash);
}
