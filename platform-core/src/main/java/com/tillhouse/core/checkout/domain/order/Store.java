package com.tillhouse.core.checkout.domain.order;

import com.tillhouse.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/** The shop of a secondary merchant. */
public record Store(
        @Nullable String reference,
        @Nullable String name,
        @Nullable String mcc,
        @Nullable String displayName,
        @Nullable String terminalId,
        @Nullable String operatorId,
        @Nullable Address address,
        @Nullable String phone) {

    void check(String at, Violations found) {
        found.optionalText(at + "/reference", reference, 64);
        found.optionalText(at + "/name", name, 256);
        found.optionalText(at + "/mcc", mcc, 32);
        found.optionalText(at + "/display_name", displayName, 64);
        found.optionalText(at + "/terminal_id", terminalId, 64);
        found.optionalText(at + "/operator_id", operatorId, 64);
        if (address != null) {
            address.check(at + "/address", found);
        }
        found.optionalPhone(at + "/phone", phone, 16);
    }
}
