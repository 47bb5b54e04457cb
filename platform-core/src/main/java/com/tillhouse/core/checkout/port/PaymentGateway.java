package com.tillhouse.core.checkout.port;

import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.Outcome;

/** Antom, asked on behalf of one tenant's account. Remote: never call it inside a unit of work. Never throws for anything Antom or the network does. */
public interface PaymentGateway {

    /**
     * Opens the hosted page for one payment (createPaymentSession). Not idempotent at Antom: call at most once for a payment.
     */
    Outcome<OpenedPage> open(GatewayAccount account, CheckoutSession session, Payment payment);

    /**
     * Asks what became of a payment (inquiryPayment). Confirmed with {@code NOT_STARTED} when Antom signs that it knows no such order.
     */
    Outcome<PaymentNews> inquire(GatewayAccount account, String paymentId);
}
