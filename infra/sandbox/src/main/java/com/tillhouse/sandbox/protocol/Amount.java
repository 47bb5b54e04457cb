package com.tillhouse.sandbox.protocol;

import java.math.BigDecimal;

/** Money as Antom writes it: an ISO currency and a positive whole number of its smallest unit, as text. */
public record Amount(String currency, String value) {

    public static Amount of(String currency, long units) {
        return new Amount(currency, String.valueOf(units));
    }

    /** The number of smallest units; Antom's sixteen digits fit. */
    public long units() {
        return Long.parseLong(value);
    }

    /** The same money in major units, for people. */
    public BigDecimal inMajorUnits() {
        return new BigDecimal(value).movePointLeft(Currencies.decimals(currency));
    }

    /** One smallest unit more; IDR moves by 100, which is the least Antom lets it move. */
    public Amount raised() {
        long step = currency.equals("IDR") ? 100 : 1;
        return new Amount(
                currency, new BigDecimal(value).add(BigDecimal.valueOf(step)).toPlainString());
    }
}
