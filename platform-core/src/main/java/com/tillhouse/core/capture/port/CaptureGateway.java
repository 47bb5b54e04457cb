package com.tillhouse.core.capture.port;

import com.tillhouse.core.capture.domain.Capture;
import com.tillhouse.core.capture.domain.CaptureNews;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.Outcome;

/** Captures at Antom. Remote: never call it inside a unit of work. Never throws for anything Antom or the network does. */
public interface CaptureGateway {

    /**
     * Sends the capture (capture). Idempotent at Antom by its id: repeating it has no second effect.
     *
     * @param providerPaymentId Antom's paymentId of the payment
     */
    Outcome<CaptureNews> send(GatewayAccount account, Capture capture, String providerPaymentId);

    /**
     * Asks what became of a capture. Antom has no question for that; it lists what it took of a payment (inquiryPayment). Confirmed with {@code
     * UNKNOWN_THERE} when the list is without it.
     */
    Outcome<CaptureNews> inquire(GatewayAccount account, Capture capture);
}
