package com.tillhouse.sandbox.control;

import com.tillhouse.sandbox.payment.BuyerActions;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentRepository;
import com.tillhouse.sandbox.payment.PaymentStateException;
import java.util.List;
import java.util.Set;

/** Shows a payment as the sandbox holds it, and acts as its buyer. */
final class PaymentsResource implements ControlResource {

    private final PaymentRepository payments;
    private final BuyerActions actions;

    PaymentsResource(PaymentRepository payments, BuyerActions actions) {
        this.payments = payments;
        this.actions = actions;
    }

    @Override
    public Object answer(ControlCall call) {
        return switch (call.segments().size()) {
            case 2 -> {
                requireMethod(call, "GET");
                yield PaymentFacts.of(find(call));
            }
            case 3 -> {
                requireMethod(call, "POST");
                yield PaymentFacts.of(acted(call));
            }
            default -> throw call.noSuchPath();
        };
    }

    private Payment acted(ControlCall call) {
        Payment payment = find(call);
        ControlBody body = ControlBody.parse(call.body(), Set.of("method"));
        String method = body.optionalText("method");
        try {
            return switch (call.segment(2)) {
                case "pay" -> actions.pay(payment.key(), method);
                case "decline" -> actions.decline(payment.key(), method);
                case "pend" -> actions.pend(payment.key(), method);
                case "expire" -> actions.expire(payment.key());
                default -> throw call.noSuchPath();
            };
        } catch (PaymentStateException e) {
            throw new ControlProblemException(
                    409,
                    "wrong_status",
                    String.valueOf(e.getMessage()),
                    null,
                    "Look at it with GET /control/payments/{paymentRequestId}; open a new session to try again.");
        }
    }

    private Payment find(ControlCall call) {
        String id = call.segment(1);
        String clientId = call.parameter("client_id");
        List<Payment> found = payments.findByRequestId(id).stream()
                .filter(payment -> clientId == null || payment.clientId().equals(clientId))
                .toList();
        if (found.isEmpty()) {
            throw new ControlProblemException(
                    404,
                    "no_such_payment",
                    "No payment has the paymentRequestId " + id + (clientId == null ? "" : " at client " + clientId)
                            + ".",
                    null,
                    "Use the paymentRequestId of a createPaymentSession call that was answered with SUCCESS.");
        }
        if (found.size() > 1) {
            throw new ControlProblemException(
                    409,
                    "several_payments",
                    found.size() + " clients use the paymentRequestId " + id + ".",
                    null,
                    "Add ?client_id= to the address.");
        }
        return found.getFirst();
    }

    private static void requireMethod(ControlCall call, String method) {
        if (!call.method().equals(method)) {
            throw call.methodNotAllowed(method);
        }
    }
}
