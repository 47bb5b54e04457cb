package com.tillhouse.sandbox.session;

import com.tillhouse.sandbox.protocol.Amount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a createPaymentSession request that decide what happens; the whole request is kept beside it as it came.
 *
 * @param methodTypes the payment methods the merchant names; empty lets the buyer choose
 * @param captureMode MANUAL if the merchant captures by itself; null is AUTOMATIC
 * @param expiryTime when the session shall expire; null for Antom's hour
 */
public record SessionRequest(
        String paymentRequestId,
        Amount amount,
        String redirectUrl,
        @Nullable String notifyUrl,
        List<String> methodTypes,
        @Nullable String captureMode,
        @Nullable Instant expiryTime) {

    public SessionRequest {
        methodTypes = List.copyOf(methodTypes);
    }

    /** Whether a payment is only authorised until the merchant captures it. */
    public boolean capturesByHand() {
        return "MANUAL".equals(captureMode);
    }
}
