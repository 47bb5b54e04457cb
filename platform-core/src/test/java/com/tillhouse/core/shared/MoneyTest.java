package com.tillhouse.core.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @ValueSource(strings = {"XYZ", "KWD", "BHD", "sgd", "", "SG", "ＳＧＤ"})
    void refusesCurrenciesThatAntomLacks(String currency) {
        assertThatThrownBy(() -> new Money(currency, 1)).isInstanceOf(InvalidMoneyException.class);
    }

    @Test
    void refusesNegativeAmountsAndBrokenRupiah() {
        assertThatThrownBy(() -> new Money("SGD", -1)).hasMessageContaining("negative");
        assertThatThrownBy(() -> new Money("IDR", 150)).hasMessageContaining("00");
        assertThatThrownBy(() -> new Money("SGD", 10_000_000_000_000_000L)).hasMessageContaining("16 digits");
        assertThat(new Money("IDR", 30000).display()).isEqualTo("300.00");
    }

    @Test
    void showsAsManyDecimalsAsTheCurrencyHas() {
        assertThat(new Money("SGD", 6000).display()).isEqualTo("60.00");
        assertThat(new Money("SGD", 5).display()).isEqualTo("0.05");
        assertThat(new Money("JPY", 6000).display()).isEqualTo("6000");
    }

    @Test
    void refusesToMixCurrenciesOrToOverflow() {
        Money one = new Money("SGD", 1);
        assertThatThrownBy(() -> one.plus(new Money("USD", 1))).isInstanceOf(InvalidMoneyException.class);
        assertThatThrownBy(() -> new Money("SGD", 9_999_999_999_999_999L).plus(one))
                .isInstanceOf(InvalidMoneyException.class);
        assertThatThrownBy(() -> one.minus(new Money("SGD", 2))).isInstanceOf(InvalidMoneyException.class);
    }

    @Test
    void hasTheDecimalsOfIso4217() {
        for (String code : Currencies.listed().split(" ")) {
            assertThat(Currencies.decimalsOf(code))
                    .as(code)
                    .isEqualTo(Currency.getInstance(code).getDefaultFractionDigits());
        }
        assertThat(Currencies.listed().split(" ")).hasSize(24);
    }
}
