package com.tillhouse.core.adapter.antom.page;

import com.tillhouse.core.adapter.antom.wire.FieldMapper;
import com.tillhouse.core.checkout.domain.FollowUp;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.Outcome.Reason;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the business state out of a signed S of inquiryPayment. The result itself says only that the question was answered. */
public final class InquiryMapper {
    private static final String CLOSED = "ORDER_IS_CLOSED";
    private static final Map<String, Standing> STANDINGS = Map.of(
            "SUCCESS", Standing.PAID,
            "FAIL", Standing.REFUSED,
            "PROCESSING", Standing.PROCESSING,
            "PENDING", Standing.PROCESSING,
            "CANCELLED", Standing.CANCELED);

    private InquiryMapper() {}

    /** The news of this payment of ours, or why the answer can't be relied on. */
    public static Outcome<PaymentNews> news(InquiryAnswer answer, String paymentId, ProviderResult result) {
        if (!paymentId.equals(answer.getPaymentRequestId())) {
            return new Outcome.Undetermined<>(Reason.INCONSISTENT, "the answer is about another payment", result);
        }
        Standing standing = standing(answer);
        if (standing == null) {
            return new Outcome.Undetermined<>(
                    Reason.UNREADABLE, "unknown paymentStatus " + answer.getWritten(), result);
        }
        Optional<Money> amount = FieldMapper.money(answer.getPaymentAmount());
        boolean paid = standing == Standing.PAID;
        boolean garbled = answer.getPaymentAmount() != null && amount.isEmpty();
        if (garbled || paid && (amount.isEmpty() || answer.getPaymentId() == null)) {
            return new Outcome.Undetermined<>(
                    Reason.INCONSISTENT, "paymentAmount or paymentId is missing or no money", result);
        }
        Optional<List<FollowUp>> followUps = FollowUpMapper.read(answer.getFollowUps());
        if (followUps.isEmpty()) {
            return new Outcome.Undetermined<>(Reason.INCONSISTENT, "a refund or capture can't be read", result);
        }
        ProviderResult said = said(answer, paid || standing == Standing.PROCESSING ? "S" : "F");
        return new Outcome.Confirmed<>(
                new PaymentNews(
                        standing,
                        Cause.INQUIRY,
                        said,
                        amount.orElse(null),
                        answer.getPaymentId(),
                        answer.getPaymentMethodType(),
                        FieldMapper.time(answer.getPaymentTime()).orElse(null),
                        FieldMapper.time(answer.getAuthExpiryTime()).orElse(null),
                        followUps.get()),
                said);
    }

    /** Antom knows no such order: nobody has begun to pay. */
    public static Outcome<PaymentNews> notStarted(ProviderResult result) {
        return new Outcome.Confirmed<>(
                new PaymentNews(Standing.NOT_STARTED, Cause.INQUIRY, result, null, null, null, null), result);
    }

    private static @Nullable Standing standing(InquiryAnswer answer) {
        String status = answer.getWritten();
        if ("FAIL".equals(status) && CLOSED.equals(answer.getPaymentResultCode())) {
            return Standing.CLOSED;
        }
        return status == null ? null : STANDINGS.get(status);
    }

    private static ProviderResult said(InquiryAnswer answer, String status) {
        String code = answer.getPaymentResultCode();
        return new ProviderResult(
                status, code == null ? String.valueOf(answer.getWritten()) : code, answer.getPaymentResultMessage());
    }
}
