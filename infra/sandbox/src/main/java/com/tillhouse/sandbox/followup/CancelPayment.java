package com.tillhouse.sandbox.followup;

import com.tillhouse.sandbox.checkout.BuyerActions;
import com.tillhouse.sandbox.checkout.FindPayment;
import com.tillhouse.sandbox.client.MerchantClient;
import com.tillhouse.sandbox.fault.Fault;
import com.tillhouse.sandbox.fault.FaultKind;
import com.tillhouse.sandbox.payment.NotificationWorker;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentRepository;
import com.tillhouse.sandbox.payment.PaymentStatus;
import com.tillhouse.sandbox.protocol.RefusedException;
import com.tillhouse.sandbox.protocol.ResultCode;
import com.tillhouse.sandbox.settings.SwitchStore;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** cancel: closes a session, or gives a payment back; a cancelled payment stays cancelled. Nobody is notified of it. */
public final class CancelPayment {

    private final FindPayment find;
    private final PaymentRepository payments;
    private final BuyerActions buyer;
    private final NotificationWorker deliveries;
    private final SwitchStore switches;
    private final InstantSource clock;

    public CancelPayment(
            FindPayment find,
            PaymentRepository payments,
            BuyerActions buyer,
            NotificationWorker deliveries,
            SwitchStore switches,
            InstantSource clock) {
        this.find = find;
        this.payments = payments;
        this.buyer = buyer;
        this.deliveries = deliveries;
        this.switches = switches;
        this.clock = clock;
    }

    /**
     * Cancels; a repeated call finds the payment cancelled and is answered alike.
     *
     * @throws RefusedException with Antom's code
     */
    public Payment cancel(MerchantClient client, JsonNode body, @Nullable Fault fault) {
        Payment payment = find.named(client, body).orElseThrow(() -> refused(ResultCode.ORDER_NOT_EXIST));
        boolean overtaken = fault != null && fault.kind() == FaultKind.CANCEL_RACES_SUCCESS && isPaidMeanwhile(payment);
        return payments.change(payment.key(), current -> {
            ResultCode refusal = overtaken ? null : CancelRules.refusal(current, switches.current(), clock.instant());
            if (refusal != null) {
                throw refused(refusal);
            }
            return current.state().status() == PaymentStatus.CANCELLED
                    ? current
                    : current.in(current.state().cancelled(clock.instant()));
        });
    }

    /** Lets the buyer pay first, and the merchant hear of it. */
    private boolean isPaidMeanwhile(Payment payment) {
        Optional<Payment> paid = buyer.payIfOpen(payment.key());
        paid.ifPresent(deliveries::await);
        return paid.isPresent();
    }

    private static RefusedException refused(ResultCode code) {
        return new RefusedException(code, code.message());
    }
}
