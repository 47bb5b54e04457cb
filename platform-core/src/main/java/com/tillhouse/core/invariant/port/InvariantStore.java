package com.tillhouse.core.invariant.port;

import com.tillhouse.core.invariant.domain.Breach;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.util.List;

/** Looks whether what is kept still agrees with itself. Reads only. Inside the tenant's unit of work. */
public interface InvariantStore {

    /** Every breach among this tenant's payments, refunds, sessions, events, notifications and keys; in one statement, so of one moment. */
    List<Breach> breaches(TenantId tenant, Instant now);
}
