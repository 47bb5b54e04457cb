package com.tillhouse.sandbox.followup;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the payment methods do not let a merchant do. Null stands for no method chosen, which limits nothing. */
final class MethodRules {

    private static final String CARD = "CARD";

    private static final Set<String> INDONESIAN = Set.of(
            "DANA",
            "OVO",
            "LINKAJA",
            "QRIS",
            "CIMBNIAGA",
            "BANKTRANSFER_BCA",
            "BANKTRANSFER_BNI",
            "BANKTRANSFER_BSI",
            "BANKTRANSFER_MANDIRI",
            "BANKTRANSFER_MAYBANK",
            "BANKTRANSFER_PERMATA");
    private static final Set<String> NO_REFUND = Set.of("KONBINI", "OXXO", "BOLETO", "CIMBNIAGA", "ATMTRANSFER_ID");
    private static final Set<String> WHOLE_REFUND_ONLY = Set.of("BOOST", "RABBIT_LINE_PAY");
    private static final Set<String> ONE_REFUND_ONLY = Set.of("MPAY", "JKOPAY");

    private MethodRules() {}

    static boolean isNeverCancelled(@Nullable String method) {
        return method != null && (method.equals("JKOPAY") || isIndonesian(method));
    }

    /** Thai banks take nothing back once they have paid. */
    static boolean isCancelledOnlyBeforePayment(@Nullable String method) {
        return method != null
                && !isIndonesian(method)
                && Stream.of("BANKAPP_", "ONLINEBANKING_", "BANKTRANSFER_").anyMatch(method::startsWith);
    }

    static boolean isCancelledWithinDays(@Nullable String method) {
        return method != null && (method.equals(CARD) || method.startsWith("MERCADOPAGO_"));
    }

    static boolean takesNoRefund(@Nullable String method) {
        return method != null && (NO_REFUND.contains(method) || method.startsWith("BANKTRANSFER_"));
    }

    static boolean takesOnlyWholeRefunds(@Nullable String method) {
        return method != null && WHOLE_REFUND_ONLY.contains(method);
    }

    static boolean takesOnlyOneRefund(@Nullable String method) {
        return method != null && ONE_REFUND_ONLY.contains(method);
    }

    static boolean takesSeveralCaptures(@Nullable String method) {
        return CARD.equals(method);
    }

    private static boolean isIndonesian(String method) {
        return INDONESIAN.contains(method) || method.endsWith("_ID");
    }
}
