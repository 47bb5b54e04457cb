package com.tillhouse.sandbox.followup;

import com.tillhouse.sandbox.fault.Api;
import com.tillhouse.sandbox.payment.FollowUp;
import com.tillhouse.sandbox.payment.FollowUpKind;
import com.tillhouse.sandbox.payment.FollowUpStatus;
import com.tillhouse.sandbox.payment.NoticeWriter;
import com.tillhouse.sandbox.payment.NoticeWriter.Message;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.protocol.Amount;
import com.tillhouse.sandbox.protocol.GatewayResult;
import com.tillhouse.sandbox.protocol.ProtocolTime;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes notifyRefund and notifyCapture. As documented, the former names no payment. */
public final class FollowUpNotices {

    private final NoticeWriter writer;

    public FollowUpNotices(NoticeWriter writer) {
        this.writer = writer;
    }

    /** The payment with this refund or capture, which has come to its end, and with the message that tells so. */
    Payment told(Payment payment, FollowUp ended, Instant now) {
        boolean refund = ended.kind() == FollowUpKind.REFUND;
        Message message = new Message(
                refund ? Api.NOTIFY_REFUND : Api.NOTIFY_CAPTURE,
                refund ? "REFUND_RESULT" : "CAPTURE_RESULT",
                ended.requestId(),
                refund ? ended.notifyUrl() : payment.request().notifyUrl(),
                ended.amount(),
                amount -> refund ? refund(ended, amount, now) : capture(payment, ended, amount, now));
        Payment holding = payment.with(ended);
        return writer.write(holding, message, now).map(holding::telling).orElse(holding);
    }

    private static RefundNotice refund(FollowUp refund, Amount amount, Instant now) {
        return new RefundNotice(
                "REFUND_RESULT",
                GatewayResult.of(refund.resultCode()),
                refund.status(),
                refund.requestId(),
                Objects.requireNonNull(refund.id()),
                amount,
                ProtocolTime.format(now));
    }

    private static CaptureNotice capture(Payment payment, FollowUp capture, Amount amount, Instant now) {
        boolean done = capture.status() == FollowUpStatus.SUCCESS;
        return new CaptureNotice(
                "CAPTURE_RESULT",
                GatewayResult.of(capture.resultCode()),
                capture.requestId(),
                payment.paymentId(),
                Objects.requireNonNull(capture.id()),
                amount,
                done ? ProtocolTime.format(now) : null,
                done ? FollowUpIds.acquirerReference(capture) : null);
    }

    /** The body of notifyRefund. */
    record RefundNotice(
            String notifyType,
            GatewayResult result,
            FollowUpStatus refundStatus,
            String refundRequestId,
            String refundId,
            Amount refundAmount,
            String refundTime) {}

    /** The body of notifyCapture. */
    record CaptureNotice(
            String notifyType,
            GatewayResult result,
            String captureRequestId,
            String paymentId,
            String captureId,
            Amount captureAmount,
            @Nullable String captureTime,
            @Nullable String acquirerReferenceNo) {}
}
