package com.tillhouse.sandbox.gateway;

import com.tillhouse.sandbox.followup.FollowUpIds;
import com.tillhouse.sandbox.followup.MakeFollowUp.Made;
import com.tillhouse.sandbox.payment.FollowUp;
import com.tillhouse.sandbox.payment.FollowUpKind;
import com.tillhouse.sandbox.payment.FollowUpStatus;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.protocol.Amount;
import com.tillhouse.sandbox.protocol.GatewayResult;
import com.tillhouse.sandbox.protocol.ProtocolTime;
import com.tillhouse.sandbox.protocol.ResultCode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies of the answers to cancel, refund, inquiryRefund and capture. */
final class FollowUpAnswers {

    private FollowUpAnswers() {}

    /** cancel. */
    record CancelAnswer(GatewayResult result, String paymentRequestId, String paymentId, String cancelTime) {}

    /** refund. */
    record RefundAnswer(
            GatewayResult result,
            String refundRequestId,
            String refundId,
            String paymentId,
            Amount refundAmount,
            String refundTime) {}

    /** inquiryRefund; {@code result} is about the inquiry, {@code refundStatus} about the refund. */
    record RefundInquiryAnswer(
            GatewayResult result,
            @Nullable String refundId,
            String refundRequestId,
            Amount refundAmount,
            FollowUpStatus refundStatus,
            @Nullable String refundTime) {}

    /** capture. */
    record CaptureAnswer(
            GatewayResult result,
            String captureRequestId,
            String captureId,
            String paymentId,
            Amount captureAmount,
            String captureTime,
            String acquirerReferenceNo) {}

    static CancelAnswer cancel(Payment payment) {
        Instant at = Objects.requireNonNull(payment.state().cancelTime());
        return new CancelAnswer(
                GatewayResult.of(ResultCode.SUCCESS),
                payment.request().paymentRequestId(),
                payment.paymentId(),
                ProtocolTime.format(at));
    }

    /** A success in full; anything else is told by its code alone. */
    static Object made(Made made) {
        FollowUp followUp = made.followUp();
        GatewayResult result = GatewayResult.of(followUp.resultCode());
        if (followUp.status() != FollowUpStatus.SUCCESS) {
            return new Answers.Bare(result);
        }
        String id = Objects.requireNonNull(followUp.id());
        String paymentId = made.payment().paymentId();
        String time = ProtocolTime.format(Objects.requireNonNull(followUp.settledAt()));
        return followUp.kind() == FollowUpKind.REFUND
                ? new RefundAnswer(result, followUp.requestId(), id, paymentId, followUp.amount(), time)
                : new CaptureAnswer(
                        result,
                        followUp.requestId(),
                        id,
                        paymentId,
                        followUp.amount(),
                        time,
                        FollowUpIds.acquirerReference(followUp));
    }

    static Object refundInquiry(Optional<FollowUp> found) {
        GatewayResult asked = GatewayResult.of(ResultCode.SUCCESS);
        return found.<Object>map(refund -> new RefundInquiryAnswer(
                        asked, refund.id(), refund.requestId(), refund.amount(), refund.status(), successTime(refund)))
                .orElseGet(() -> new Answers.Bare(asked));
    }

    private static @Nullable String successTime(FollowUp refund) {
        Instant at = refund.settledAt();
        return at == null || refund.status() != FollowUpStatus.SUCCESS ? null : ProtocolTime.format(at);
    }
}
