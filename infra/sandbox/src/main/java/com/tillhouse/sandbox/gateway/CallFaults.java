package com.tillhouse.sandbox.gateway;

import com.tillhouse.sandbox.checkout.BuyerActions;
import com.tillhouse.sandbox.fault.Api;
import com.tillhouse.sandbox.fault.Fault;
import com.tillhouse.sandbox.fault.FaultKind;
import com.tillhouse.sandbox.fault.FaultPoint;
import com.tillhouse.sandbox.fault.FaultSource;
import com.tillhouse.sandbox.notification.Notification;
import com.tillhouse.sandbox.payment.FollowUpKey;
import com.tillhouse.sandbox.payment.FollowUpKind;
import com.tillhouse.sandbox.payment.NotificationWorker;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentKey;
import com.tillhouse.sandbox.payment.PaymentRepository;
import com.tillhouse.sandbox.protocol.Amount;
import com.tillhouse.sandbox.protocol.Currencies;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the fault of a call, and does what a fault does around the call itself. */
public final class CallFaults {

    private static final List<String> AMOUNTS = List.of("paymentAmount", "refundAmount", "captureAmount");

    private final FaultSource faults;
    private final PaymentRepository payments;
    private final BuyerActions buyer;
    private final NotificationWorker deliveries;

    public CallFaults(
            FaultSource faults, PaymentRepository payments, BuyerActions buyer, NotificationWorker deliveries) {
        this.faults = faults;
        this.payments = payments;
        this.buyer = buyer;
        this.deliveries = deliveries;
    }

    @Nullable
    Fault take(Api api, String clientId, JsonNode body) {
        Payment payment = payment(clientId, body).orElse(null);
        String named = text(body, "paymentRequestId");
        String requestId = payment == null ? named : payment.request().paymentRequestId();
        String ownId = clientId + " " + ownId(api, body, requestId);
        return faults.take(new FaultPoint(api, requestId, ownId, amount(api, body, payment)))
                .orElse(null);
    }

    /** Holds the answer until what the call caused has been told, if a fault wants that. */
    void beforeResponse(String clientId, JsonNode body, @Nullable Fault fault) {
        Payment payment = payment(clientId, body).orElse(null);
        if (payment == null) {
            return;
        }
        Api wanted = fault != null && fault.kind() == FaultKind.BEFORE_RESPONSE ? fault.api() : null;
        if (wanted == Api.CREATE_PAYMENT_SESSION) {
            buyer.payIfOpen(payment.key()).ifPresent(deliveries::await);
        } else if (wanted != null || payment.notifications().stream().anyMatch(CallFaults::isFirst)) {
            deliveries.await(payment);
        }
    }

    private static boolean isFirst(Notification notification) {
        return notification.fault() == FaultKind.BEFORE_RESPONSE && notification.rounds() == 0;
    }

    /** Changes the answer as the fault says. */
    static void spoil(ObjectNode answer, @Nullable Fault fault) {
        if (fault != null && fault.kind() == FaultKind.UNKNOWN_ENUM) {
            withUnknownWord(answer);
        }
        if (fault != null && fault.kind() == FaultKind.WRONG_AMOUNT) {
            AMOUNTS.stream().filter(answer::has).forEach(name -> raise(answer.withObject(name)));
        }
    }

    private static void withUnknownWord(ObjectNode answer) {
        if (answer.has("paymentStatus")) {
            answer.put("paymentStatus", "SETTLING_ELSEWHERE");
        } else if (answer.has("refundStatus")) {
            answer.put("refundStatus", "SETTLING_ELSEWHERE");
        } else {
            answer.withObject("result").put("resultStatus", "X");
        }
    }

    private static void raise(ObjectNode amount) {
        Amount raised = new Amount(
                        amount.path("currency").asString(), amount.path("value").asString())
                .raised();
        amount.put("value", raised.value());
    }

    private Optional<Payment> payment(String clientId, JsonNode body) {
        return payments.findByPaymentId(text(body, "paymentId"))
                .or(() -> payments.find(new PaymentKey(clientId, text(body, "paymentRequestId"))))
                .or(() -> payments.findByRefundId(text(body, "refundId")))
                .or(() -> payments.findByFollowUp(
                        new FollowUpKey(clientId, FollowUpKind.REFUND, text(body, "refundRequestId"))))
                .filter(found -> found.clientId().equals(clientId));
    }

    /** What stays the same when the merchant tries again; a session is tried again under a new paymentRequestId. */
    private static String ownId(Api api, JsonNode body, String paymentRequestId) {
        return switch (api) {
            case CREATE_PAYMENT_SESSION -> text(body.path("order"), "referenceOrderId");
            case REFUND -> text(body, "refundRequestId");
            case CAPTURE -> text(body, "captureRequestId");
            default -> paymentRequestId;
        };
    }

    private static @Nullable Amount amount(Api api, JsonNode body, @Nullable Payment payment) {
        return switch (api) {
            case CREATE_PAYMENT_SESSION -> amount(body.path("paymentAmount"));
            case REFUND -> amount(body.path("refundAmount"));
            case CAPTURE -> amount(body.path("captureAmount"));
            case CANCEL -> payment == null ? null : payment.request().amount();
            default -> null;
        };
    }

    /** Null for what is not money; the call itself says so to the merchant. */
    private static @Nullable Amount amount(JsonNode node) {
        String currency = text(node, "currency");
        String value = text(node, "value");
        return Currencies.isKnown(currency) && value.matches("[1-9][0-9]{0,15}") ? new Amount(currency, value) : null;
    }

    private static String text(JsonNode object, String name) {
        return object.path(name).asString("");
    }
}
