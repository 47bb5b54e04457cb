package com.tillhouse.core.factor.port;

import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.tenant.PersonId;
import java.time.Duration;
import java.time.Instant;

/** Counts how often somebody tried to prove a person's second factor, for all processes together. Each method opens its own transaction. */
public interface FactorAttemptStore {

    /** Counts one more and answers how many there were since the window began; a window that is over begins anew. */
    @AcrossTenants("a person belongs to no tenant; the table holds no tenant's data")
    int count(PersonId person, Instant now, Duration window);

    /** Forgets what was counted. */
    @AcrossTenants("a person belongs to no tenant; the table holds no tenant's data")
    void clear(PersonId person);
}
