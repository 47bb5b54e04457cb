package com.tillhouse.api.checkout;

import org.jspecify.annotations.Nullable;

/**
 * Rules of checkout as a merchant wants them; what is absent stays as it is.
 *
 * @param surplus {@code return} or {@code keep}
 * @param duplicateOrder {@code allow} or {@code refuse}
 */
public record CheckoutPolicyRequest(
        @Nullable String surplus, @Nullable String duplicateOrder) {}
