package com.tillhouse.core.checkout.domain.order;

import com.tillhouse.core.shared.Violations;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The secondary merchant, for acquirers only (Antom: order.merchant). */
public record Merchant(
        @Nullable String reference,
        @Nullable String mcc,
        @Nullable String name,
        @Nullable String displayName,
        @Nullable Address address,
        @Nullable String registerDate,
        @Nullable String type,
        @Nullable Store store) {
    private static final Set<String> TYPES = Set.of("INDIVIDUAL", "ENTERPRISE");

    void check(String at, Violations found) {
        found.optionalText(at + "/reference", reference, 64);
        found.optionalText(at + "/mcc", mcc, 32);
        found.optionalText(at + "/name", name, 256);
        found.optionalText(at + "/display_name", displayName, 64);
        if (address != null) {
            address.check(at + "/address", found);
        }
        found.optionalTime(at + "/register_date", registerDate);
        found.optionalWord(at + "/type", type, TYPES);
        if (store != null) {
            store.check(at + "/store", found);
        }
    }
}
