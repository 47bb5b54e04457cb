package com.tillhouse.admin.look;

import com.tillhouse.core.shared.Currencies;
import com.tillhouse.core.shared.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** An amount as people read it: the currency's code, groups of thousands, and as many decimals as the currency has. */
public final class AmountText {
    private AmountText() {}

    /** For example {@code SGD 1,234.50} and {@code JPY 6,000}; the space does not break. */
    public static String of(Money money) {
        int decimals = Currencies.decimalsOf(money.currency());
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return money.currency() + '\u00a0' + format.format(BigDecimal.valueOf(money.value(), decimals));
    }
}
