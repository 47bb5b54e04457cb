package com.tillhouse.core.factor.port;

import com.tillhouse.core.factor.domain.AttemptWindow;
import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.tenant.PersonId;
import java.time.Instant;

/** Counts how often somebody tried to prove a person's second factor, for all processes together. Each method opens its own transaction. */
public interface FactorAttemptStore {

    /** Counts one more and answers how many there were since the window began; a window that is over begins anew, with the length that is due then. */
    @AcrossTenants("a person belongs to no tenant; the table holds no tenant's data")
    int count(PersonId person, Instant now, AttemptWindow window);

    /** Forgets what was counted: it was the person. */
    @AcrossTenants("a person belongs to no tenant; the table holds no tenant's data")
    void clear(PersonId person);
}
