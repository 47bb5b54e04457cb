package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.shared.AntomDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Until when a payment can be cancelled (Antom: cancel, usage rules). Usually until 00:15 GMT+8 on the day after it was paid; some methods allow
 * seven days, some only before payment, some never.
 */
public final class CancelWindow {
    private static final LocalTime END_OF_WINDOW = LocalTime.of(0, 15);
    private static final Duration SEVEN_DAYS = Duration.ofDays(7);

    /** Indonesian methods without their country in the name, and JKOPay; those with it end in {@code _ID}. */
    private static final Set<String> NEVER = Set.of(
            "JKOPAY",
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

    /** Thai online banking, mobile banking and bank transfer. */
    private static final List<String> ONLY_BEFORE_PAYMENT =
            List.of("BANKAPP_", "ONLINEBANKING_", "BANKTRANSFER_", "PROMPTPAY");

    private CancelWindow() {}

    /** When the window of a paid payment closes; empty when it never was open. */
    public static Optional<Instant> closesAt(@Nullable String method, Instant paidAt) {
        String name = method == null ? "" : method.toUpperCase(Locale.ROOT);
        if (never(method) || ONLY_BEFORE_PAYMENT.stream().anyMatch(name::startsWith)) {
            return Optional.empty();
        }
        if (name.equals("CARD") || name.startsWith("MERCADOPAGO_")) {
            return Optional.of(paidAt.plus(SEVEN_DAYS));
        }
        return Optional.of(AntomDay.of(paidAt).plusDays(1).atTime(END_OF_WINDOW).toInstant(AntomDay.OFFSET));
    }

    /** True while a payment that was paid then can be cancelled now. */
    public static boolean open(@Nullable String method, Instant paidAt, Instant now) {
        return closesAt(method, paidAt).filter(now::isBefore).isPresent();
    }

    /** True when the method can't be cancelled at all, not even before payment. */
    public static boolean never(@Nullable String method) {
        String name = method == null ? "" : method.toUpperCase(Locale.ROOT);
        return NEVER.contains(name) || name.endsWith("_ID");
    }
}
