package com.tillhouse.admin.money;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Antom's name of a payment method as a merchant would write it: {@code ALIPAY_CN} is Alipay CN. */
final class MethodWord {
    private static final int LONGEST_COUNTRY = 2;

    private MethodWord() {}

    static String of(String method) {
        return Arrays.stream(method.split("_")).map(MethodWord::part).collect(Collectors.joining(" "));
    }

    private static String part(String part) {
        return part.length() <= LONGEST_COUNTRY
                ? part
                : part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT);
    }
}
