package com.tillhouse.sandbox.session;

import com.tillhouse.sandbox.protocol.Amount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a createPaymentSession request that decide what happens; the whole request is kept beside it as it came.
 *
 * @param methodTypes the payment methods the merchant names; empty lets the buyer choose
 * @param expiryTime when the session shall expire; null for Antom's hour
 */
public record SessionRequest(
        String paymentRequestId,
        Amount amount,
        String redirectUrl,
        @Nullable String notifyUrl,
        List<String> methodTypes,
        @Nullable Instant expiryTime) {

    public SessionRequest {
        methodTypes = List.copyOf(methodTypes);
    }
}
