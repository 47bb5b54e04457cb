package com.tillhouse.sandbox.page;

import java.util.List;

/**
 * A way to pay that the page offers.
 *
 * @param mark the short text in the method's badge
 */
public record PaymentMethod(String type, String label, String mark) {

    private static final List<PaymentMethod> ALL = List.of(
            new PaymentMethod("CARD", "Credit or debit card", "••••"),
            new PaymentMethod("ALIPAY_CN", "Alipay", "Ali"),
            new PaymentMethod("ALIPAY_HK", "AlipayHK", "Ali HK"),
            new PaymentMethod("GRABPAY_SG", "GrabPay", "Grab"),
            new PaymentMethod("GCASH", "GCash", "G"),
            new PaymentMethod("DANA", "DANA", "D"),
            new PaymentMethod("KAKAOPAY", "Kakao Pay", "K"),
            new PaymentMethod("TRUEMONEY", "TrueMoney", "TM"));

    private static final PaymentMethod ANTOM_ACCOUNT =
            new PaymentMethod("ANTOM_BIZ_ACCOUNT", "Antom business account", "A");

    /** The named ones, or a choice of usual ones if none is named. */
    static List<PaymentMethod> offeredFor(List<String> types) {
        return types.isEmpty() ? ALL : types.stream().map(PaymentMethod::named).toList();
    }

    private static PaymentMethod named(String type) {
        if (type.equals(ANTOM_ACCOUNT.type)) {
            return ANTOM_ACCOUNT;
        }
        return ALL.stream()
                .filter(method -> method.type.equals(type))
                .findFirst()
                .orElseGet(() -> new PaymentMethod(type, type.replace('_', ' '), type.substring(0, 1)));
    }
}
