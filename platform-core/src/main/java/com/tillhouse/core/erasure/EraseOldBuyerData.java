package com.tillhouse.core.erasure;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.TenantRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Erases buyer data that was kept long enough. Goes round all tenants, a handful of sessions of each at a time, so that one with much to erase
 * holds up nobody. Each session has a transaction of its own: whoever is interrupted goes on where it was, and several processes may sweep.
 */
public final class EraseOldBuyerData {
    private static final int TENANTS_AT_ONCE = 200;
    private static final int OF_ONE_TENANT = 50;

    private final TenantRepository tenants;
    private final UnitOfWork unitOfWork;
    private final BuyerDataStore data;
    private final EraseSession sessions;
    private final InstantSource clock;

    public EraseOldBuyerData(
            TenantRepository tenants,
            UnitOfWork unitOfWork,
            BuyerDataStore data,
            EraseSession sessions,
            InstantSource clock) {
        this.tenants = tenants;
        this.unitOfWork = unitOfWork;
        this.data = data;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Goes round until nothing is due. Answers of how many sessions the buyer's data was erased. */
    public long erase() {
        long erased = 0;
        long round;
        do {
            round = round();
            erased += round;
        } while (round > 0);
        return erased;
    }

    private long round() {
        long erased = 0;
        List<TenantId> next = tenants.after(null, TENANTS_AT_ONCE);
        while (!next.isEmpty()) {
            for (TenantId tenant : next) {
                erased += some(tenant);
            }
            next = tenants.after(next.getLast(), TENANTS_AT_ONCE);
        }
        return erased;
    }

    private long some(TenantId tenant) {
        List<String> due = unitOfWork.inTenant(tenant, () -> {
            Instant endedBefore = new BuyerDataPolicy(data.retentionDays(tenant)).endedBefore(clock.instant());
            data.eraseStrays(tenant, endedBefore, OF_ONE_TENANT);
            return data.due(tenant, endedBefore, OF_ONE_TENANT);
        });
        return due.stream().filter(session -> sessions.erase(tenant, session)).count();
    }
}
