package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.shared.AntomDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
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

    /** Indonesian methods and JKOPay. */
    private static final Set<String> NEVER = Set.of(
            "DANA",
            "OVO",
            "GOPAY_ID",
            "LINKAJA",
            "AKULAKU_PAYLATER_ID",
            "KREDIVO_ID",
            "QRIS",
            "BANKTRANSFER_MAYBANK",
            "BANKTRANSFER_BNI",
            "BANKTRANSFER_PERMATA",
            "CIMBNIAGA",
            "BANKTRANSFER_MANDIRI",
            "BANKTRANSFER_BSI",
            "ATMTRANSFER_ID",
            "JKOPAY");
    /** Thai online banking, mobile banking and bank transfer. */
    private static final Set<String> ONLY_BEFORE_PAYMENT = Set.of(
            "BANKAPP_BANGKOKBANK",
            "BANKAPP_KASIKORNBANK",
            "BANKAPP_KRUNGTHAIBANK",
            "BANKAPP_SIAMCOMMERCIALBANK",
            "BANKAPP_BANKOFAYUDHYA",
            "ONLINEBANKING_THAILAND",
            "BANKTRANSFER_QR_THAILAND",
            "PROMPTPAY");

    private static final Set<String> SEVEN_DAY_METHODS =
            Set.of("CARD", "MERCADOPAGO_BR", "MERCADOPAGO_MX", "MERCADOPAGO_CL", "MERCADOPAGO_PE");

    private CancelWindow() {}

    /** When the window of a paid payment closes; empty when it never was open. */
    public static Optional<Instant> closesAt(@Nullable String method, Instant paidAt) {
        String name = method == null ? "" : method.toUpperCase(Locale.ROOT);
        if (NEVER.contains(name) || ONLY_BEFORE_PAYMENT.contains(name)) {
            return Optional.empty();
        }
        if (SEVEN_DAY_METHODS.contains(name)) {
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
        return method != null && NEVER.contains(method.toUpperCase(Locale.ROOT));
    }
}
