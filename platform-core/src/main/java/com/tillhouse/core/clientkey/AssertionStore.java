package com.tillhouse.core.clientkey;

import com.tillhouse.core.shared.TenantId;
import java.time.Instant;

/** Assertions that were used. Inside the tenant's unit of work. */
public interface AssertionStore {

    /**
     * Remembers the assertion until it ends. Answers false when it was remembered already; of several processes that are shown the same one exactly one hears true.
     */
    boolean spend(TenantId tenant, String clientId, byte[] idHash, Instant expiresAt);

    /** Forgets some of the client's assertions that ended before this moment; waits for nobody. */
    void forgetEnded(TenantId tenant, String clientId, Instant before);
}
