package com.tillhouse.sandbox.checkout;

import com.tillhouse.sandbox.payment.Payment;

/** The buyer can't do this to the payment as it stands. */
public final class PaymentStateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PaymentStateException(Payment payment, String why) {
        super("Payment " + payment.request().paymentRequestId() + ": " + why + ".");
    }
}
