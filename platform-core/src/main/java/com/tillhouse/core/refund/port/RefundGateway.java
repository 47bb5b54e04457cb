package com.tillhouse.core.refund.port;

import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundNews;

/** Refunds at Antom. Remote: never call it inside a unit of work. Never throws for anything Antom or the network does. */
public interface RefundGateway {

    /**
     * Sends the refund (refund). Idempotent at Antom by its id: repeating it has no second effect.
     *
     * @param providerPaymentId Antom's paymentId of the payment
     */
    Outcome<RefundNews> send(GatewayAccount account, Refund refund, String providerPaymentId);

    /** Asks what became of a refund (inquiryRefund). Confirmed with {@code UNKNOWN_THERE} when Antom signs that it knows none. */
    Outcome<RefundNews> inquire(GatewayAccount account, String refundId);
}
