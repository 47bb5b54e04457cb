package com.tillhouse.api.buyerdata;

import org.jspecify.annotations.Nullable;

/**
 * Whose data is to be erased: either of the two.
 *
 * @param buyerReference the merchant's own reference, as {@code buyer.reference} said it
 * @param email as {@code buyer.email} said it, in any case
 */
public record BuyerErasureRequest(
        @Nullable String buyerReference, @Nullable String email) {

    @Override
    public String toString() {
        return "BuyerErasureRequest[]";
    }
}
