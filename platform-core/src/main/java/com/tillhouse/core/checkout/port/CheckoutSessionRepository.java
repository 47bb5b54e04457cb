package com.tillhouse.core.checkout.port;

import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.SessionFilter;
import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.shared.Page;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Checkout sessions of a tenant. Inside the tenant's unit of work unless said otherwise. */
public interface CheckoutSessionRepository {

    void add(TenantId tenant, CheckoutSession session);

    /** Writes what changed since it was read. */
    void update(TenantId tenant, CheckoutSession session);

    Optional<CheckoutSession> find(TenantId tenant, String id);

    /** As {@link #find}, and nobody else moves it until the unit of work ends. */
    Optional<CheckoutSession> lock(TenantId tenant, String id);

    Page<CheckoutSession> list(TenantId tenant, SessionFilter filter);

    /** Open sessions whose time is over, oldest first. Opens its own transaction. */
    @AcrossTenants("expiry sweeps all tenants; the worker role sees only ids and times of open sessions")
    List<Overdue> overdue(Instant now, int limit);

    /** One session to be looked at. */
    record Overdue(TenantId tenant, String sessionId) {}
}
