package com.tillhouse.core.adapter.antom.capture;

import com.alipay.global.api.response.ams.pay.AlipayCaptureResponse;
import com.tillhouse.core.adapter.antom.wire.FieldMapper;
import com.tillhouse.core.capture.domain.Capture;
import com.tillhouse.core.capture.domain.CaptureNews;
import com.tillhouse.core.capture.domain.CaptureNews.Standing;
import com.tillhouse.core.checkout.domain.FollowUp;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.Outcome.Reason;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.Money;
import java.util.List;
import java.util.Optional;

/** Reads the state of a capture out of Antom's answers. An answer that names another capture, or no usable amount, decides nothing. */
public final class CaptureAnswerMapper {
    private CaptureAnswerMapper() {}

    /** A signed S of capture: the money was taken. */
    public static Outcome<CaptureNews> sent(
            AlipayCaptureResponse answer, Capture capture, String providerPaymentId, ProviderResult result) {
        boolean otherPayment = answer.getPaymentId() != null && !providerPaymentId.equals(answer.getPaymentId());
        if (!capture.id().equals(answer.getCaptureRequestId()) || otherPayment) {
            return inconsistent("the answer is about another capture", result);
        }
        Optional<Money> amount = FieldMapper.money(answer.getCaptureAmount());
        if (amount.isEmpty()) {
            return inconsistent("captureAmount is missing or no money", result);
        }
        CaptureNews news = new CaptureNews(
                Standing.SUCCEEDED,
                Cause.API,
                result,
                amount.get(),
                answer.getCaptureId(),
                FieldMapper.time(answer.getCaptureTime()).orElse(null));
        return new Outcome.Confirmed<>(news, result);
    }

    /** What inquiryPayment said about the payment: the capture is one of the things done with it, or Antom holds none of this id. */
    public static Outcome<CaptureNews> asked(Outcome<PaymentNews> said, Capture capture, ProviderResult result) {
        if (!(said instanceof Outcome.Confirmed<PaymentNews> news)) {
            return said instanceof Outcome.Undetermined<PaymentNews> lost
                    ? new Outcome.Undetermined<>(lost.reason(), lost.detail(), lost.hint())
                    : inconsistent("Antom did not say", result);
        }
        List<FollowUp> ours = news.value().followUps().stream()
                .filter(one -> one.kind() == FollowUp.Kind.CAPTURE && one.id().equals(capture.id()))
                .toList();
        return switch (ours.size()) {
            case 0 -> bare(Standing.UNKNOWN_THERE, Cause.INQUIRY, result);
            case 1 -> held(ours.getFirst());
            default -> inconsistent("the capture is listed more than once", result);
        };
    }

    private static Outcome<CaptureNews> held(FollowUp one) {
        Standing standing = switch (one.standing()) {
            case SUCCEEDED -> Standing.SUCCEEDED;
            case FAILED -> Standing.FAILED;
            case IN_PROCESS -> Standing.IN_PROCESS;
        };
        CaptureNews news =
                new CaptureNews(standing, Cause.INQUIRY, one.result(), one.amount(), one.providerId(), one.at());
        return new Outcome.Confirmed<>(news, one.result());
    }

    /** News that is all in its code: refused, in process, or not known there. */
    public static Outcome<CaptureNews> bare(Standing standing, Cause cause, ProviderResult result) {
        return new Outcome.Confirmed<>(new CaptureNews(standing, cause, result, null, null, null), result);
    }

    /** An answer that contradicts itself or what we know. */
    public static Outcome<CaptureNews> inconsistent(String detail, ProviderResult hint) {
        return new Outcome.Undetermined<>(Reason.INCONSISTENT, detail, hint);
    }
}
