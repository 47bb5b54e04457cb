package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.checkout.domain.CheckoutPolicy.DuplicateOrder;
import com.tillhouse.core.checkout.domain.SurplusPolicy;
import com.tillhouse.core.shared.TenantId;
import org.jspecify.annotations.Nullable;

/** Asks to change a tenant's rules for its checkout; what is null stays as it is. */
public record ChangeCheckoutPolicyCommand(
        TenantId tenant,
        @Nullable SurplusPolicy surplus,
        @Nullable DuplicateOrder duplicateOrder) {}
