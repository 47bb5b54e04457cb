package com.tillhouse.sandbox.fault;

import com.tillhouse.sandbox.protocol.Amount;
import org.jspecify.annotations.Nullable;

/**
 * One moment at which something may go wrong.
 *
 * @param paymentRequestId the payment it is about, as far as known
 * @param requestId what is the same when the same thing is tried again; null if nothing is
 * @param amount the money it is about; null if none
 */
public record FaultPoint(
        Api api,
        @Nullable String paymentRequestId,
        @Nullable String requestId,
        @Nullable Amount amount) {}
