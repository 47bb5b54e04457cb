package com.tillhouse.core.webhook.port;

import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.webhook.domain.Attempt;
import com.tillhouse.core.webhook.domain.Delivery;
import com.tillhouse.core.webhook.domain.DeliveryClaim;
import com.tillhouse.core.webhook.domain.DeliveryOutcome;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Deliveries and their attempts. Inside the tenant's unit of work unless said otherwise. */
public interface DeliveryStore {

    /**
     * Claims deliveries that are due, for the length of the lease by the database's clock; no two callers get the same one while the lease lasts. An
     * event is not claimed while an earlier one of the same object is still on its way to the same endpoint. Tenants take turns. Opens its own transaction.
     */
    @AcrossTenants("the worker serves all tenants; its role sees only ids, times and fences of pending deliveries")
    List<DeliveryClaim> claimDue(Instant now, ClaimPolicy policy, int limit);

    /** Reads what was claimed, with the endpoint's present URL and live secrets; leaves out what was taken over meanwhile. */
    List<Delivery> load(TenantId tenant, Collection<DeliveryClaim> claims, Instant now);

    /** Records an attempt and what it means. False, and nothing changed, when the claim was taken over or the delivery has ended. */
    boolean record(TenantId tenant, DeliveryClaim claim, Attempt attempt, DeliveryOutcome outcome);

    /** Gives claims back untried, so that another worker may take them at once. */
    void giveBack(TenantId tenant, Collection<DeliveryClaim> claims);
}
