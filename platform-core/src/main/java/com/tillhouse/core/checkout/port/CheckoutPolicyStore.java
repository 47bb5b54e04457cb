package com.tillhouse.core.checkout.port;

import com.tillhouse.core.checkout.domain.CheckoutPolicy;
import com.tillhouse.core.checkout.domain.SurplusPolicy;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A tenant's own rules for its checkout. Inside the tenant's unit of work. */
public interface CheckoutPolicyStore {

    /** The tenant's rules, or the usual ones when it set none. */
    CheckoutPolicy of(TenantId tenant);

    /** As {@link #of}, and nobody else changes them until the unit of work ends. */
    CheckoutPolicy lock(TenantId tenant, Instant at);

    void put(TenantId tenant, CheckoutPolicy policy, Instant at);

    /** Changes what is not null in one step, whoever else changes the rest, and answers the rules as they are then. */
    CheckoutPolicy change(
            TenantId tenant,
            @Nullable SurplusPolicy surplus,
            CheckoutPolicy.@Nullable DuplicateOrder duplicateOrder,
            Instant at);
}
