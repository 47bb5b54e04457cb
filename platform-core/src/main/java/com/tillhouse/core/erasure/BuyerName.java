package com.tillhouse.core.erasure;

import com.tillhouse.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Whom an erasure is about: the merchant's own reference of the buyer, or the buyer's e-mail address.
 *
 * @param email in any case
 */
public record BuyerName(
        @Nullable String reference, @Nullable String email) {

    public BuyerName {
        Violations found = new Violations();
        found.require(
                (reference == null) != (email == null),
                "",
                "one_of",
                "give either buyer_reference or email, and not both.");
        if (reference != null) {
            found.text("/buyer_reference", reference, 64);
        }
        if (email != null) {
            found.text("/email", email, 64);
        }
        found.throwIfAny();
    }

    /** By what the buyer is named; the name itself is not for trails. */
    String by() {
        return reference == null ? "email" : "reference";
    }

    @Override
    public String toString() {
        return "BuyerName[by " + by() + "]";
    }
}
