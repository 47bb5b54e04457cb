package com.tillhouse.core.notification.domain;

import com.tillhouse.core.capture.domain.CaptureNews;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.shared.Money;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a genuine notification says (Antom: notifyPayment, notifyRefund, notifyCapture). What it did not say, or not in a usable form, is null.
 *
 * @param type Antom's {@code notifyType}, or the kind of dispute, or {@code unknown}
 * @param objectId the id of ours that it is about
 * @param providerId Antom's own id of it: {@code paymentId}, {@code refundId} or {@code captureId}
 * @param amount Antom's {@code paymentAmount}, {@code refundAmount} or {@code captureAmount}
 * @param refundStatus as it was written
 * @param at when it was paid, refunded or captured
 */
public record Notice(
        String type,
        @Nullable String objectId,
        @Nullable ProviderResult result,
        @Nullable String providerId,
        @Nullable Money amount,
        @Nullable String method,
        @Nullable String refundStatus,
        @Nullable Instant at) {
    /** The type of what names none. */
    public static final String UNKNOWN = "unknown";

    /** The type of notifyRefund. */
    public static final String REFUND = "REFUND_RESULT";

    /** The type of notifyCapture. */
    public static final String CAPTURE = "CAPTURE_RESULT";

    private static final String RESULT = "PAYMENT_RESULT";
    private static final String PENDING = "PAYMENT_PENDING";
    private static final String CLOSED = "ORDER_IS_CLOSED";

    /** True for both kinds of notifyPayment. */
    public boolean aboutPayment() {
        return RESULT.equals(type) || PENDING.equals(type);
    }

    /** True for notifyRefund. */
    public boolean aboutRefund() {
        return REFUND.equals(type);
    }

    /** True for notifyCapture. Of a payment that Antom captures by itself it tells nothing that notifyPayment did not. */
    public boolean aboutCapture() {
        return CAPTURE.equals(type);
    }

    /** The news in it; empty when something is missing without which a payment can't move. */
    public Optional<PaymentNews> paymentNews() {
        PaymentNews.Standing standing = paymentStanding();
        if (standing == null || result == null || amount == null || providerId == null) {
            return Optional.empty();
        }
        return Optional.of(new PaymentNews(standing, Cause.NOTIFICATION, result, amount, providerId, method, at));
    }

    /** The news in it; empty when something is missing without which a refund can't move. */
    public Optional<RefundNews> refundNews() {
        RefundNews.Standing standing = refundStanding();
        if (standing == null || result == null || amount == null) {
            return Optional.empty();
        }
        return Optional.of(new RefundNews(standing, Cause.NOTIFICATION, result, amount, providerId, at));
    }

    /** The news in it; empty when something is missing without which a capture can't move. */
    public Optional<CaptureNews> captureNews() {
        CaptureNews.Standing standing = captureStanding();
        if (standing == null || result == null || amount == null) {
            return Optional.empty();
        }
        return Optional.of(new CaptureNews(standing, Cause.NOTIFICATION, result, amount, providerId, at));
    }

    private CaptureNews.@Nullable Standing captureStanding() {
        return switch (aboutCapture() && result != null ? result.status() : "") {
            case "S" -> CaptureNews.Standing.SUCCEEDED;
            case "F" -> CaptureNews.Standing.FAILED;
            default -> null;
        };
    }

    /** {@code S} means paid only in a PAYMENT_RESULT; in a PAYMENT_PENDING the buyer has done their part and waits. */
    private PaymentNews.@Nullable Standing paymentStanding() {
        String status = result == null ? "" : result.status();
        if (PENDING.equals(type)) {
            return "S".equals(status) ? PaymentNews.Standing.PROCESSING : null;
        }
        if (!RESULT.equals(type)) {
            return null;
        }
        return switch (status) {
            case "S" -> PaymentNews.Standing.PAID;
            case "F" ->
                result != null && CLOSED.equals(result.code())
                        ? PaymentNews.Standing.CLOSED
                        : PaymentNews.Standing.REFUSED;
            default -> null;
        };
    }

    /** The {@code refundStatus} decides; a result of {@code S} may only mean that the channel took the refund. */
    private RefundNews.@Nullable Standing refundStanding() {
        if (!aboutRefund() || refundStatus == null) {
            return null;
        }
        return switch (refundStatus) {
            case "SUCCESS" -> RefundNews.Standing.SUCCEEDED;
            case "FAIL" -> RefundNews.Standing.FAILED;
            default -> null;
        };
    }
}
