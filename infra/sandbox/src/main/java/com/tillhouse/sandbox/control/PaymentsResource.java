package com.tillhouse.sandbox.control;

import com.tillhouse.sandbox.checkout.BuyerActions;
import com.tillhouse.sandbox.checkout.PaymentStateException;
import com.tillhouse.sandbox.followup.RefundPayment;
import com.tillhouse.sandbox.payment.FollowUpKind;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentRepository;
import com.tillhouse.sandbox.protocol.Amount;
import com.tillhouse.sandbox.protocol.RefusedException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Shows a payment as the sandbox holds it, and acts as its buyer. */
final class PaymentsResource implements ControlResource {

    private final PaymentRepository payments;
    private final BuyerActions actions;
    private final RefundPayment refund;

    PaymentsResource(PaymentRepository payments, BuyerActions actions, RefundPayment refund) {
        this.payments = payments;
        this.actions = actions;
        this.refund = refund;
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
                yield PaymentFacts.of(call.segment(2).equals("refund") ? refunded(call) : acted(call));
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

    private Payment refunded(ControlCall call) {
        Payment payment = find(call);
        ControlBody body = ControlBody.parse(call.body(), Set.of("amount"));
        String text = body.optionalText("amount");
        if (text != null && !text.matches("[1-9][0-9]{0,15}")) {
            throw body.wrong("amount", "is not a number of smallest units", "Write it like \"2000\", or leave it out.");
        }
        long units = text == null ? payment.received() - payment.sum(FollowUpKind.REFUND) : Long.parseLong(text);
        try {
            return refund.refundInDashboard(
                            payment, Amount.of(payment.request().amount().currency(), units))
                    .payment();
        } catch (RefusedException e) {
            throw new ControlProblemException(
                    409,
                    e.result().resultCode().toLowerCase(Locale.ROOT),
                    "Antom refuses this refund: " + e.result().resultMessage(),
                    null,
                    "Look at it with GET /control/payments/{paymentRequestId}; refund no more than is left.");
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
