package com.tillhouse.core.factor.port;

import com.tillhouse.core.factor.domain.RecoveryCode;
import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.tenant.PersonId;
import java.time.Instant;
import java.util.List;

/** Hashes of recovery codes. Each method opens its own transaction. */
public interface RecoveryCodeStore {

    /** Keeps these; all that the person had before are void. */
    @AcrossTenants("a person belongs to no tenant; the table holds no tenant's data")
    void replace(PersonId person, List<RecoveryCode> codes);

    /** Uses one up. False when it is not the person's, or was used before. */
    @AcrossTenants("a person belongs to no tenant; the table holds no tenant's data")
    boolean use(PersonId person, RecoveryCode code, Instant at);

    /** How many are left. */
    @AcrossTenants("a person belongs to no tenant; the table holds no tenant's data")
    int left(PersonId person);
}
