package com.tillhouse.core.checkout.domain.order;

import com.tillhouse.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/** How long the delivery will take. */
public record DeliveryEstimate(
        @Nullable DeliveryTime minimum, @Nullable DeliveryTime maximum) {

    void check(String at, Violations found) {
        if (minimum != null) {
            minimum.check(at + "/minimum", found);
        }
        if (maximum != null) {
            maximum.check(at + "/maximum", found);
        }
    }
}
