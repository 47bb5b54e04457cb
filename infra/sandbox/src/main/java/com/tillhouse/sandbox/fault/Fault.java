package com.tillhouse.sandbox.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One fault that waits for its calls.
 *
 * @param count for how many more calls
 * @param paymentRequestId only for this payment; null for any
 * @param delay how long delay, drip, late and reorder hold back; real time for answers, the sandbox's time for
 *     notifications
 */
public record Fault(
        Api api, FaultKind kind, int count, @Nullable String paymentRequestId, Duration delay) {

    boolean matches(Api called, @Nullable String payment) {
        return api == called && (paymentRequestId == null || paymentRequestId.equals(payment));
    }

    Fault oneLess() {
        return new Fault(api, kind, count - 1, paymentRequestId, delay);
    }
}
