package com.tillhouse.core.checkout.domain.order;

import com.tillhouse.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/** A postal address; {@code region} is the ISO 3166-1 code of the country. In a transit leg only {@code city}, an IATA code, counts. */
public record Address(
        @Nullable String region,
        @Nullable String state,
        @Nullable String city,
        @Nullable String address1,
        @Nullable String address2,
        @Nullable String zipCode,
        @Nullable String label) {

    void check(String at, Violations found) {
        found.optionalText(at + "/region", region, 2);
        found.optionalText(at + "/state", state, 8);
        found.optionalText(at + "/city", city, 32);
        found.optionalText(at + "/address1", address1, 256);
        found.optionalText(at + "/address2", address2, 256);
        found.optionalText(at + "/zip_code", zipCode, 32);
        found.optionalText(at + "/label", label, 64);
    }
}
