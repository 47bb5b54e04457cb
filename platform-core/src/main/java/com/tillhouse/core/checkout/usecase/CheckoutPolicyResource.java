package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.checkout.domain.CheckoutPolicy;
import java.util.Locale;

/**
 * A tenant's rules for its checkout in their public shape; they hold for both modes.
 *
 * @param surplus {@code return} or {@code keep}
 * @param duplicateOrder {@code allow} or {@code refuse}
 */
public record CheckoutPolicyResource(String object, String surplus, String duplicateOrder) {

    /** The rules as they are now. */
    public static CheckoutPolicyResource of(CheckoutPolicy policy) {
        return new CheckoutPolicyResource(
                "checkout_policy",
                policy.surplus().name().toLowerCase(Locale.ROOT),
                policy.duplicateOrder().name().toLowerCase(Locale.ROOT));
    }
}
