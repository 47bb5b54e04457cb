package com.tillhouse.core.notification.domain;

import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.Money;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a genuine notification says (Antom: notifyPayment). What it did not say, or not in a usable form, is null.
 *
 * @param type Antom's {@code notifyType}, or the kind of dispute, or {@code unknown}
 * @param objectId the id of ours that it is about
 * @param providerPaymentId Antom's {@code paymentId}
 * @param amount Antom's {@code paymentAmount}
 */
public record Notice(
        String type,
        @Nullable String objectId,
        @Nullable ProviderResult result,
        @Nullable String providerPaymentId,
        @Nullable Money amount,
        @Nullable String method,
        @Nullable Instant paidAt) {
    /** The type of what names none. */
    public static final String UNKNOWN = "unknown";

    private static final String RESULT = "PAYMENT_RESULT";
    private static final String PENDING = "PAYMENT_PENDING";
    private static final String CLOSED = "ORDER_IS_CLOSED";

    /** True for both kinds of notifyPayment. */
    public boolean aboutPayment() {
        return RESULT.equals(type) || PENDING.equals(type);
    }

    /** The news in it; empty when something is missing without which a payment can't move. */
    public Optional<PaymentNews> news() {
        Standing standing = standing();
        if (standing == null || result == null || amount == null || providerPaymentId == null) {
            return Optional.empty();
        }
        return Optional.of(
                new PaymentNews(standing, Cause.NOTIFICATION, result, amount, providerPaymentId, method, paidAt));
    }

    /** {@code S} means paid only in a PAYMENT_RESULT; in a PAYMENT_PENDING the buyer has done their part and waits. */
    private @Nullable Standing standing() {
        String status = result == null ? "" : result.status();
        if (PENDING.equals(type)) {
            return "S".equals(status) ? Standing.PROCESSING : null;
        }
        if (!RESULT.equals(type)) {
            return null;
        }
        return switch (status) {
            case "S" -> Standing.PAID;
            case "F" -> result != null && CLOSED.equals(result.code()) ? Standing.CLOSED : Standing.REFUSED;
            default -> null;
        };
    }
}
