package com.tillhouse.sandbox.gateway;

import com.tillhouse.sandbox.followup.CaptureRules;
import com.tillhouse.sandbox.payment.FollowUp;
import com.tillhouse.sandbox.payment.FollowUpKind;
import com.tillhouse.sandbox.payment.FollowUpStatus;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentState;
import com.tillhouse.sandbox.payment.PaymentStatus;
import com.tillhouse.sandbox.protocol.Amount;
import com.tillhouse.sandbox.protocol.GatewayResult;
import com.tillhouse.sandbox.protocol.ProtocolTime;
import com.tillhouse.sandbox.protocol.ResultCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the answers, with their fields in Antom's words. */
final class Answers {

    private Answers() {}

    /** An answer that holds nothing but its result. */
    record Bare(GatewayResult result) {}

    /** createPaymentSession. */
    record SessionAnswer(
            GatewayResult result,
            String paymentSessionData,
            String paymentSessionExpiryTime,
            String paymentSessionId,
            String normalUrl) {}

    /** inquiryPayment; {@code result} is about the inquiry, {@code paymentStatus} about the payment. */
    record InquiryAnswer(
            GatewayResult result,
            String paymentStatus,
            String paymentResultCode,
            String paymentResultMessage,
            String paymentRequestId,
            String paymentId,
            Amount paymentAmount,
            @Nullable Amount actualPaymentAmount,
            String paymentCreateTime,
            @Nullable String paymentTime,
            @Nullable String paymentMethodType,
            String paymentRedirectUrl,
            @Nullable String authExpiryTime,
            @Nullable List<Transaction> transactions) {}

    /** A refund or capture in the answer to inquiryPayment. */
    record Transaction(
            GatewayResult transactionResult,
            String transactionId,
            FollowUpKind transactionType,
            FollowUpStatus transactionStatus,
            Amount transactionAmount,
            String transactionRequestId,
            String transactionTime) {

        static Transaction of(FollowUp followUp) {
            Instant settled = followUp.settledAt();
            return new Transaction(
                    GatewayResult.of(followUp.resultCode()),
                    String.valueOf(followUp.id()),
                    followUp.kind(),
                    followUp.status(),
                    followUp.amount(),
                    followUp.requestId(),
                    ProtocolTime.format(settled == null ? followUp.createdAt() : settled));
        }
    }

    static SessionAnswer session(Payment payment, String pageAddress) {
        return new SessionAnswer(
                GatewayResult.of(ResultCode.SUCCESS),
                payment.session().sessionData(),
                ProtocolTime.format(payment.session().expiresAt()),
                payment.session().sessionId(),
                pageAddress + "?sessionData=" + payment.session().sessionData());
    }

    static InquiryAnswer inquiry(Payment payment) {
        PaymentState state = payment.state();
        boolean paid = state.status() == PaymentStatus.SUCCESS;
        Instant paidAt = paid ? state.paymentTime() : null;
        Instant created = state.createTime() == null ? payment.session().createdAt() : state.createTime();
        String code = state.resultCode();
        String message = state.resultMessage();
        return new InquiryAnswer(
                GatewayResult.of(ResultCode.SUCCESS),
                state.status().wireName(),
                code == null ? ResultCode.PAYMENT_IN_PROCESS.name() : code,
                message == null ? ResultCode.PAYMENT_IN_PROCESS.message() : message,
                payment.request().paymentRequestId(),
                payment.paymentId(),
                payment.request().amount(),
                paid ? payment.request().amount() : null,
                ProtocolTime.format(created),
                paidAt == null ? null : ProtocolTime.format(paidAt),
                state.paymentMethodType(),
                payment.request().redirectUrl(),
                paidAt == null || !payment.request().capturesByHand()
                        ? null
                        : ProtocolTime.format(CaptureRules.expiry(paidAt)),
                transactions(payment));
    }

    /** Those that Antom took on; null, which leaves the field out, if there is none. */
    private static @Nullable List<Transaction> transactions(Payment payment) {
        List<Transaction> accepted = payment.followUps().stream()
                .filter(FollowUp::wasAccepted)
                .map(Transaction::of)
                .toList();
        return accepted.isEmpty() ? null : accepted;
    }
}
