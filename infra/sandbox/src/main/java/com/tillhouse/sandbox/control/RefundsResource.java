package com.tillhouse.sandbox.control;

import com.tillhouse.sandbox.followup.SettleFollowUp;
import com.tillhouse.sandbox.payment.FollowUp;
import com.tillhouse.sandbox.payment.FollowUpKey;
import com.tillhouse.sandbox.payment.FollowUpKind;
import com.tillhouse.sandbox.payment.FollowUpStatus;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentRepository;
import java.util.List;

/** Shows a refund as the sandbox holds it, and settles one that is in process. */
final class RefundsResource implements ControlResource {

    private final PaymentRepository payments;
    private final SettleFollowUp settle;

    RefundsResource(PaymentRepository payments, SettleFollowUp settle) {
        this.payments = payments;
        this.settle = settle;
    }

    @Override
    public Object answer(ControlCall call) {
        String wanted = call.segments().size() == 2 ? "GET" : "POST";
        if (call.segments().size() < 2 || call.segments().size() > 3) {
            throw call.noSuchPath();
        }
        if (!call.method().equals(wanted)) {
            throw call.methodNotAllowed(wanted);
        }
        Found found = find(call);
        return wanted.equals("GET") ? FollowUpFacts.of(found.payment, found.refund) : settled(call, found);
    }

    private FollowUpFacts settled(ControlCall call, Found found) {
        boolean success = switch (call.segment(2)) {
            case "succeed" -> true;
            case "fail" -> false;
            default -> throw call.noSuchPath();
        };
        if (found.refund.status() != FollowUpStatus.PROCESSING) {
            throw new ControlProblemException(
                    409,
                    "wrong_status",
                    "Refund " + found.refund.requestId() + " is " + found.refund.status() + ", not PROCESSING.",
                    null,
                    "Put the fault refund_in_process on refund first; a refund that has ended stays as it is.");
        }
        String requestId = found.refund.requestId();
        Payment payment =
                settle.settle(new FollowUpKey(found.payment.clientId(), FollowUpKind.REFUND, requestId), success);
        return FollowUpFacts.of(
                payment, payment.followUp(FollowUpKind.REFUND, requestId).orElseThrow());
    }

    private Found find(ControlCall call) {
        String id = call.segment(1);
        String clientId = call.parameter("client_id");
        List<Found> found = payments.all().stream()
                .filter(payment -> clientId == null || payment.clientId().equals(clientId))
                .flatMap(payment -> payment.followUps(FollowUpKind.REFUND).map(refund -> new Found(payment, refund)))
                .filter(each -> each.refund.requestId().equals(id) || id.equals(each.refund.id()))
                .toList();
        if (found.isEmpty()) {
            throw new ControlProblemException(
                    404,
                    "no_such_refund",
                    "No refund has the refundRequestId or refundId " + id + ".",
                    null,
                    "GET /control/payments/{paymentRequestId} shows the refunds of a payment.");
        }
        if (found.size() > 1) {
            throw new ControlProblemException(
                    409,
                    "several_refunds",
                    found.size() + " clients use the refundRequestId " + id + ".",
                    null,
                    "Add ?client_id= to the address.");
        }
        return found.getFirst();
    }

    private record Found(Payment payment, FollowUp refund) {}
}
