package com.tillhouse.core.checkout.port;

import com.tillhouse.core.checkout.domain.FollowUp;
import com.tillhouse.core.shared.TenantId;
import java.util.List;

/** Takes what Antom says about refunds and captures when it is asked about their payment. Inside the tenant's unit of work. */
public interface FollowUpInbox {

    /** Counts those that nobody here asked for; what is known already is left as it is. */
    void take(TenantId tenant, String paymentId, List<FollowUp> followUps);
}
