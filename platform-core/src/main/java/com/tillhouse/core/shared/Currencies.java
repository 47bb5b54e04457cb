package com.tillhouse.core.shared;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The currencies Antom prints in its list, with the number of decimals of the major unit. An explicit list, so that a JDK
 * data update can't change money (Antom: common components, amount).
 */
public final class Currencies {
    private static final Map<String, Integer> DECIMALS = decimals();

    private Currencies() {}

    private static Map<String, Integer> decimals() {
        Map<String, Integer> two = Stream.of(
                        "AUD BDT BRL CAD CNY EUR GBP HKD IDR MXN MYR NZD PEN PHP PKR PLN SGD THB TWD USD".split(" "))
                .collect(Collectors.toMap(code -> code, code -> 2));
        Map<String, Integer> zero =
                Stream.of("CLP JPY KRW VND".split(" ")).collect(Collectors.toMap(code -> code, code -> 0));
        Map<String, Integer> all = new TreeMap<>(two);
        all.putAll(zero);
        return Map.copyOf(all);
    }

    /** True when Antom takes this ISO 4217 code, written in capitals. */
    public static boolean supported(String code) {
        return DECIMALS.containsKey(code);
    }

    /** Decimals of the major unit: 2 for SGD, 0 for JPY. */
    public static int decimalsOf(String code) {
        Integer decimals = DECIMALS.get(code);
        if (decimals == null) {
            throw new InvalidMoneyException("currency_not_supported", "Antom does not take the currency " + code + ".");
        }
        return decimals;
    }

    /** All supported codes in alphabetical order, for messages and forms. */
    public static String listed() {
        return String.join(" ", new TreeMap<>(DECIMALS).keySet());
    }
}
