package com.tillhouse.core.checkout.domain.order;

import com.tillhouse.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/** Who travels. */
public record Passenger(
        @Nullable PersonName name,
        @Nullable String email,
        @Nullable String phone) {

    void check(String at, Violations found) {
        if (name != null) {
            name.check(at + "/name", found);
        }
        found.optionalText(at + "/email", email, 64);
        found.optionalPhone(at + "/phone", phone, 32);
    }
}
