package com.tillhouse.sandbox.protocol;

import java.util.Set;

/** The currencies Antom prints, with its decimals (IDR and TWD have two there). */
public final class Currencies {

    private static final Set<String> TWO_DECIMALS = Set.of(
            "AUD", "BDT", "BRL", "CAD", "CNY", "EUR", "GBP", "HKD", "IDR", "MXN", "MYR", "NZD", "PEN", "PHP", "PKR",
            "PLN", "SGD", "THB", "TWD", "USD");
    private static final Set<String> NO_DECIMALS = Set.of("CLP", "JPY", "KRW", "VND");

    private Currencies() {}

    public static boolean isKnown(String currency) {
        return TWO_DECIMALS.contains(currency) || NO_DECIMALS.contains(currency);
    }

    public static int decimals(String currency) {
        return NO_DECIMALS.contains(currency) ? 0 : 2;
    }
}
