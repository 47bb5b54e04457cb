package com.tillhouse.sandbox.payment;

import com.tillhouse.sandbox.client.ClientRepository;
import com.tillhouse.sandbox.client.MerchantClient;
import com.tillhouse.sandbox.fault.Api;
import com.tillhouse.sandbox.fault.Fault;
import com.tillhouse.sandbox.fault.FaultKind;
import com.tillhouse.sandbox.fault.FaultRepository;
import com.tillhouse.sandbox.notification.Notification;
import com.tillhouse.sandbox.protocol.Amount;
import com.tillhouse.sandbox.protocol.GatewayResult;
import com.tillhouse.sandbox.protocol.Json;
import com.tillhouse.sandbox.protocol.ProtocolTime;
import com.tillhouse.sandbox.protocol.ResultCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the notifyPayment message about a payment as it stands. */
public final class PaymentNotices {

    private final ClientRepository clients;
    private final FaultRepository faults;

    public PaymentNotices(ClientRepository clients, FaultRepository faults) {
        this.clients = clients;
        this.faults = faults;
    }

    /** The message to send; nothing if neither the request nor the client names an address. */
    Optional<Notification> about(Payment payment, Instant now) {
        String requested = payment.request().notifyUrl();
        String url = requested != null
                ? requested
                : clients.find(payment.clientId())
                        .map(MerchantClient::notifyUrl)
                        .orElse(null);
        if (url == null) {
            return Optional.empty();
        }
        Fault fault = faults.take(Api.NOTIFY_PAYMENT, payment.request().paymentRequestId())
                .orElse(null);
        String type = payment.state().status() == PaymentStatus.PENDING ? "PAYMENT_PENDING" : "PAYMENT_RESULT";
        Instant due = fault != null && isLate(fault.kind()) ? now.plus(fault.delay()) : now;
        return Optional.of(new Notification(
                UUID.randomUUID().toString(),
                type,
                url,
                Json.PROTOCOL.writeValueAsString(body(payment, type, fault)),
                now,
                due,
                due,
                fault == null ? null : fault.kind(),
                false,
                List.of()));
    }

    private static boolean isLate(FaultKind kind) {
        return kind == FaultKind.LATE || kind == FaultKind.REORDER;
    }

    private static PaymentNotice body(Payment payment, String type, @Nullable Fault fault) {
        PaymentState state = payment.state();
        boolean wrong = fault != null && fault.kind() == FaultKind.WRONG_AMOUNT;
        Amount amount =
                wrong ? payment.request().amount().raised() : payment.request().amount();
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
