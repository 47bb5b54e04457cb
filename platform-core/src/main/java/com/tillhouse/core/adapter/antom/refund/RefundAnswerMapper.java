package com.tillhouse.core.adapter.antom.refund;

import com.alipay.global.api.model.ams.Amount;
import com.alipay.global.api.response.ams.pay.AlipayRefundResponse;
import com.tillhouse.core.adapter.antom.wire.FieldMapper;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.Outcome.Reason;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.domain.RefundNews.Standing;
import com.tillhouse.core.shared.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the state of a refund out of Antom's answers. An answer that names another refund, or no usable amount, decides nothing. */
public final class RefundAnswerMapper {
    private RefundAnswerMapper() {}

    /** A signed S of refund: the money is on its way back. */
    public static Outcome<RefundNews> sent(
            AlipayRefundResponse answer, Refund refund, String providerPaymentId, ProviderResult result) {
        boolean otherPayment = answer.getPaymentId() != null && !providerPaymentId.equals(answer.getPaymentId());
        if (!refund.id().equals(answer.getRefundRequestId()) || otherPayment) {
            return inconsistent("the answer is about another refund", result);
        }
        Found found =
                new Found(Standing.SUCCEEDED, answer.getRefundAmount(), answer.getRefundId(), answer.getRefundTime());
        return read(found, Cause.API, result);
    }

    /** A signed S of inquiryRefund. The result says only that the question was answered; the state is {@code refundStatus}. */
    public static Outcome<RefundNews> asked(RefundInquiryAnswer answer, String refundId, ProviderResult result) {
        if (answer.getWritten() == null) {
            return inconsistent("no refundStatus", result);
        }
        if (!refundId.equals(answer.getRefundRequestId())) {
            return inconsistent("the answer is about another refund", result);
        }
        Amount amount = answer.getRefundAmount();
        return switch (answer.getWritten()) {
            case "SUCCESS" ->
                read(
                        new Found(Standing.SUCCEEDED, amount, answer.getRefundId(), answer.getRefundTime()),
                        Cause.INQUIRY,
                        new ProviderResult("S", "SUCCESS", null));
            case "FAIL" ->
                read(
                        new Found(Standing.FAILED, amount, answer.getRefundId(), answer.getRefundTime()),
                        Cause.INQUIRY,
                        new ProviderResult("F", "FAIL", null));
            case "PROCESSING" ->
                read(
                        new Found(Standing.IN_PROCESS, amount, answer.getRefundId(), null),
                        Cause.INQUIRY,
                        new ProviderResult("U", "PROCESSING", null));
            default ->
                new Outcome.Undetermined<>(Reason.UNREADABLE, "unknown refundStatus " + answer.getWritten(), result);
        };
    }

    /** News that is all in its code: refused, in process, or not known there. */
    public static Outcome<RefundNews> bare(Standing standing, Cause cause, ProviderResult result) {
        return new Outcome.Confirmed<>(new RefundNews(standing, cause, result, null, null, null), result);
    }

    /** An answer that contradicts itself or what we know. */
    public static Outcome<RefundNews> inconsistent(String detail, ProviderResult hint) {
        return new Outcome.Undetermined<>(Reason.INCONSISTENT, detail, hint);
    }

    private record Found(
            Standing standing,
            @Nullable Amount amount,
            @Nullable String refundId,
            @Nullable String time) {}

    private static Outcome<RefundNews> read(Found found, Cause cause, ProviderResult said) {
        Optional<Money> amount = FieldMapper.money(found.amount());
        boolean garbled = found.amount() != null && amount.isEmpty();
        if (garbled || found.standing() == Standing.SUCCEEDED && amount.isEmpty()) {
            return inconsistent("refundAmount is missing or no money", said);
        }
        RefundNews news = new RefundNews(
                found.standing(),
                cause,
                said,
                amount.orElse(null),
                found.refundId(),
                FieldMapper.time(found.time()).orElse(null));
        return new Outcome.Confirmed<>(news, said);
    }
}
