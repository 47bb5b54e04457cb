package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Tells whether a tenant exists and is not suspended. Remembers a yes for half a minute; when the database can't be asked, nothing older stands in. */
public final class FindTenant {
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST_REMEMBERED = 10_000;

    private final UnitOfWork unitOfWork;
    private final TenantRepository tenants;
    private final InstantSource clock;
    private final ConcurrentMap<TenantId, Instant> goodAt = new ConcurrentHashMap<>();

    public FindTenant(UnitOfWork unitOfWork, TenantRepository tenants, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** As it was at most half a minute ago. */
    public boolean inGoodStanding(TenantId tenant) {
        Instant now = clock.instant();
        Instant known = goodAt.get(tenant);
        if (known != null && now.isBefore(known.plus(REMEMBERED))) {
            return true;
        }
        boolean good = unitOfWork.inTenant(tenant, () -> tenants.inGoodStanding(tenant));
        if (good) {
            remember(tenant, now);
        } else {
            goodAt.remove(tenant);
        }
        return good;
    }

    private void remember(TenantId tenant, Instant now) {
        if (goodAt.size() >= MOST_REMEMBERED) {
            goodAt.clear();
        }
        goodAt.put(tenant, now);
    }
}
