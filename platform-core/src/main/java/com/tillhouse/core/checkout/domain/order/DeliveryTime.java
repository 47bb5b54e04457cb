package com.tillhouse.core.checkout.domain.order;

import com.tillhouse.core.shared.Violations;
import java.util.Set;

/** A length of time, such as 3 DAY. */
public record DeliveryTime(String unit, int value) {
    private static final Set<String> UNITS = Set.of("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND");

    void check(String at, Violations found) {
        found.text(at + "/unit", unit, 16);
        found.optionalWord(at + "/unit", unit, UNITS);
        found.require(value >= 0, at + "/value", "too_small", "must not be negative.");
    }
}
