package com.tillhouse.sandbox.payment;

import com.tillhouse.sandbox.fault.Api;
import com.tillhouse.sandbox.notification.Notification;
import com.tillhouse.sandbox.payment.NoticeWriter.Message;
import com.tillhouse.sandbox.protocol.Amount;
import com.tillhouse.sandbox.protocol.GatewayResult;
import com.tillhouse.sandbox.protocol.ProtocolTime;
import com.tillhouse.sandbox.protocol.ResultCode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the notifyPayment message about a payment as it stands. */
public final class PaymentNotices {

    private final NoticeWriter writer;

    public PaymentNotices(NoticeWriter writer) {
        this.writer = writer;
    }

    /** The message to send; nothing if neither the request nor the client names an address. */
    public Optional<Notification> about(Payment payment, Instant now) {
        String type = payment.state().status() == PaymentStatus.PENDING ? "PAYMENT_PENDING" : "PAYMENT_RESULT";
        Message message = new Message(
                Api.NOTIFY_PAYMENT,
                type,
                payment.request().paymentRequestId(),
                payment.request().notifyUrl(),
                payment.request().amount(),
                amount -> body(payment, type, amount));
        return writer.write(payment, message, now);
    }

    private static PaymentNotice body(Payment payment, String type, Amount amount) {
        PaymentState state = payment.state();
        boolean paid = state.status() == PaymentStatus.SUCCESS;
        return new PaymentNotice(
                type,
                result(state),
                payment.request().paymentRequestId(),
                payment.paymentId(),
                amount,
                paid ? amount : null,
                ProtocolTime.format(
                        state.createTime() == null ? payment.session().createdAt() : state.createTime()),
                state.paymentTime() == null ? null : ProtocolTime.format(state.paymentTime()),
                state.paymentMethodType(),
                Map.of());
    }

    /** A pending payment is told with S: the buyer's part succeeded. */
    private static GatewayResult result(PaymentState state) {
        return switch (state.status()) {
            case SUCCESS, PENDING -> GatewayResult.of(ResultCode.SUCCESS);
            default -> GatewayResult.of(ResultCode.valueOf(String.valueOf(state.resultCode())));
        };
    }

    /** The body of notifyPayment. */
    record PaymentNotice(
            String notifyType,
            GatewayResult result,
            String paymentRequestId,
            String paymentId,
            Amount paymentAmount,
            @Nullable Amount actualPaymentAmount,
            String paymentCreateTime,
            @Nullable String paymentTime,
            @Nullable String paymentMethodType,
            Map<String, Object> paymentResultInfo) {}
}
