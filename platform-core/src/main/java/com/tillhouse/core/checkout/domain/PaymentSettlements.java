package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.checkout.domain.page.CaptureMode;
import java.util.List;
import java.util.Map;

/** What a person may settle a payment as, and how that is said in the words of Antom's news. */
public final class PaymentSettlements {
    private static final Map<PaymentStatus, PaymentNews.Standing> WORDS = Map.of(
            PaymentStatus.SUCCEEDED, PaymentNews.Standing.PAID,
            PaymentStatus.FAILED, PaymentNews.Standing.REFUSED,
            PaymentStatus.EXPIRED, PaymentNews.Standing.CLOSED,
            PaymentStatus.CANCELED, PaymentNews.Standing.CANCELED);

    private PaymentSettlements() {}

    /**
     * The ends that the table allows now; never canceled while refunds give its money back already, and never succeeded where the merchant captures:
     * only a capture takes that money.
     */
    public static List<PaymentStatus> of(Payment payment) {
        Balance balance = payment.state().balance();
        boolean refunds = balance.reserved().positive() || balance.refunded().positive();
        return WORDS.keySet().stream()
                .filter(end -> PaymentTransitions.edge(payment.status(), end).isPresent())
                .filter(end -> end != PaymentStatus.CANCELED || !refunds)
                .filter(end ->
                        end != PaymentStatus.SUCCEEDED || payment.origin().captureMode() == CaptureMode.AUTOMATIC)
                .sorted()
                .toList();
    }

    /** The standing that leads to this end. */
    public static PaymentNews.Standing standing(PaymentStatus end) {
        PaymentNews.Standing standing = WORDS.get(end);
        if (standing == null) {
            throw new IllegalArgumentException("no payment ends as " + end);
        }
        return standing;
    }
}
