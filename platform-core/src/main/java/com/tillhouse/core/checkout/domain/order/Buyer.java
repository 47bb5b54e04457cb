package com.tillhouse.core.checkout.domain.order;

import com.tillhouse.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/** Who buys, as the merchant knows them. */
public record Buyer(
        @Nullable String reference,
        @Nullable PersonName name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String registrationTime,
        @Nullable Boolean verified,
        @Nullable Integer successfulOrderCount) {

    void check(String at, Violations found) {
        found.optionalText(at + "/reference", reference, 64);
        if (name != null) {
            name.check(at + "/name", found);
        }
        found.optionalPhone(at + "/phone", phone, 24);
        found.optionalText(at + "/email", email, 64);
        found.optionalTime(at + "/registration_time", registrationTime);
        found.require(
                successfulOrderCount == null || successfulOrderCount >= 0,
                at + "/successful_order_count",
                "too_small",
                "must not be negative.");
    }
}
