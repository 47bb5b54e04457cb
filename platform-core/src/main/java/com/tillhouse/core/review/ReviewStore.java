package com.tillhouse.core.review;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import java.util.List;

/** What waits for a person, and what persons decided. Inside the tenant's unit of work. */
public interface ReviewStore {

    /** Keeps a decision; it is never changed. Fails when the same raise of the same reason was decided before. */
    void add(TenantId tenant, ReviewDecision decision);

    /** The decisions about one object, newest first. */
    List<ReviewDecision> decisions(TenantId tenant, String objectId);

    /** How many payments and refunds of this mode wait for a person; counts no further than {@code most}. */
    int waiting(TenantId tenant, Mode mode, int most);
}
