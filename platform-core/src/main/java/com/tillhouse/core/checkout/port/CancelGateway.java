package com.tillhouse.core.checkout.port;

import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.ProviderResult;

/** Cancels payments at Antom. Remote: never call it inside a unit of work. Never throws for anything Antom or the network does. */
public interface CancelGateway {

    /**
     * Cancels a payment whole (cancel), before or after it was paid, always with the same parameters. Confirmed when Antom signs that it is
     * cancelled.
     */
    Outcome<ProviderResult> cancel(GatewayAccount account, Payment payment);
}
