package com.tillhouse.core.shared;

import java.math.BigDecimal;

/**
 * An amount in minor units of a currency that Antom takes: {@code SGD 6000} is sixty dollars, {@code JPY 6000} six thousand yen.
 * Never negative, never a fraction; IDR ends in 00 (Antom: amount rules).
 *
 * @param currency ISO 4217 code in capitals
 * @param value minor units
 */
public record Money(String currency, long value) {
    /** Antom's {@code value} is a String(16). */
    private static final long LARGEST = 9_999_999_999_999_999L;

    public Money {
        if (!Currencies.supported(currency)) {
            throw new InvalidMoneyException(
                    "currency_not_supported", "currency must be one of " + Currencies.listed() + ", in capitals.");
        }
        if (value < 0) {
            throw new InvalidMoneyException("amount_negative", "value must not be negative.");
        }
        if (value > LARGEST) {
            throw new InvalidMoneyException(
                    "amount_too_large", "value must have at most 16 digits: Antom takes no more.");
        }
        if ("IDR".equals(currency) && value % 100 != 0) {
            throw new InvalidMoneyException(
                    "amount_not_whole_rupiah", "value in IDR must end in 00: Antom takes whole rupiah only.");
        }
    }

    /** Nothing, in this currency. */
    public static Money zero(String currency) {
        return new Money(currency, 0);
    }

    /** The sum; both must be of one currency, and it must fit. */
    public Money plus(Money other) {
        return new Money(sameCurrency(other), Math.addExact(value, other.value));
    }

    /** The difference; both must be of one currency, and it must not fall below zero. */
    public Money minus(Money other) {
        return new Money(sameCurrency(other), Math.subtractExact(value, other.value));
    }

    public boolean positive() {
        return value > 0;
    }

    /** The amount as people write it, without the currency: {@code 60.00}. For screens and pages, never for arithmetic. */
    public String display() {
        return BigDecimal.valueOf(value, Currencies.decimalsOf(currency)).toPlainString();
    }

    private String sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new InvalidMoneyException(
                    "currency_mismatch", "expected " + currency + " but was " + other.currency + ".");
        }
        return currency;
    }
}
