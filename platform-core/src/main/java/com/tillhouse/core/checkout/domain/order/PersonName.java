package com.tillhouse.core.checkout.domain.order;

import com.tillhouse.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/** A person's name, whole or in parts. */
public record PersonName(
        @Nullable String fullName,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String lastName) {

    void check(String at, Violations found) {
        found.optionalText(at + "/full_name", fullName, 128);
        found.optionalText(at + "/first_name", firstName, 128);
        found.optionalText(at + "/middle_name", middleName, 128);
        found.optionalText(at + "/last_name", lastName, 128);
    }
}
