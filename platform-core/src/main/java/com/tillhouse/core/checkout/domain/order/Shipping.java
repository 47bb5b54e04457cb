package com.tillhouse.core.checkout.domain.order;

import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/** How the goods get to the buyer. */
public record Shipping(
        @Nullable PersonName name,
        @Nullable Address address,
        @Nullable String carrier,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String feeId,
        @Nullable Money fee,
        @Nullable String description,
        @Nullable DeliveryEstimate deliveryEstimate) {

    void check(String at, Violations found) {
        if (name != null) {
            name.check(at + "/name", found);
        }
        if (address != null) {
            address.check(at + "/address", found);
        }
        found.optionalText(at + "/carrier", carrier, 128);
        found.optionalPhone(at + "/phone", phone, 16);
        found.optionalText(at + "/email", email, 64);
        found.optionalText(at + "/fee_id", feeId, 64);
        found.optionalText(at + "/description", description, 64);
        if (deliveryEstimate != null) {
            deliveryEstimate.check(at + "/delivery_estimate", found);
        }
    }
}
