package com.tillhouse.sandbox.page;

import com.tillhouse.sandbox.protocol.Amount;
import com.tillhouse.sandbox.protocol.Currencies;
import java.text.NumberFormat;
import java.util.Locale;

/** Money for people: the currency's code, and its decimals as Antom counts them. */
final class MoneyText {

    private MoneyText() {}

    static String of(Amount amount, Locale language) {
        int decimals = Currencies.decimals(amount.currency());
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return amount.currency() + "\u00a0" + format.format(amount.inMajorUnits());
    }
}
