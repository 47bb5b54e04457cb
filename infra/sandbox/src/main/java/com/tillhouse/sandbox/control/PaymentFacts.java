package com.tillhouse.sandbox.control;

import com.tillhouse.sandbox.notification.DeliveryAttempt;
import com.tillhouse.sandbox.notification.Notification;
import com.tillhouse.sandbox.payment.FollowUpKind;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentState;
import com.tillhouse.sandbox.payment.PaymentStatus;
import com.tillhouse.sandbox.protocol.Amount;
import com.tillhouse.sandbox.protocol.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A payment in the control API's words. */
record PaymentFacts(
        String clientId,
        String paymentRequestId,
        String paymentId,
        PaymentStatus status,
        String paymentStatus,
        @Nullable String resultCode,
        @Nullable String resultMessage,
        @Nullable String paymentMethodType,
        Amount amount,
        @Nullable Amount paidAmount,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant paidAt,
        String sessionId,
        JsonNode request,
        String requestBody,
        @Nullable Instant canceledAt,
        @Nullable String captureMode,
        List<FollowUpFacts> refunds,
        List<FollowUpFacts> captures,
        List<Notice> notifications) {

    /** A notification with each attempt. */
    record Notice(
            String id,
            String notifyType,
            String url,
            String body,
            Instant createdAt,
            boolean acknowledged,
            @Nullable Instant nextAttemptAt,
            @Nullable String fault,
            List<DeliveryAttempt> attempts) {

        static Notice of(Notification notification) {
            return new Notice(
                    notification.id(),
                    notification.notifyType(),
                    notification.url(),
                    notification.body(),
                    notification.createdAt(),
                    notification.acknowledged(),
                    notification.nextAttemptAt(),
                    notification.fault() == null ? null : notification.fault().wireName(),
                    notification.attempts());
        }
    }

    static PaymentFacts of(Payment payment) {
        PaymentState state = payment.state();
        boolean paid = state.status() == PaymentStatus.SUCCESS;
        return new PaymentFacts(
                payment.clientId(),
                payment.request().paymentRequestId(),
                payment.paymentId(),
                state.status(),
                state.status().wireName(),
                state.resultCode(),
                state.resultMessage(),
                state.paymentMethodType(),
                payment.request().amount(),
                paid ? payment.request().amount() : null,
                payment.session().createdAt(),
                payment.session().expiresAt(),
                state.paymentTime(),
                payment.session().sessionId(),
                Json.parse(payment.requestBody()),
                payment.requestBody(),
                state.cancelTime(),
                payment.request().captureMode(),
                FollowUpFacts.of(payment, FollowUpKind.REFUND),
                FollowUpFacts.of(payment, FollowUpKind.CAPTURE),
                payment.notifications().stream().map(Notice::of).toList());
    }
}
