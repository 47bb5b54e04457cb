package com.tillhouse.core.capture.usecase;

import com.tillhouse.core.idempotency.IdempotencyKey;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.Violations;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Asks to capture an authorised payment. Checks itself when made.
 *
 * @param captureId the fresh id of the capture to be
 * @param amount what to take; null for all that is left
 * @param last nothing more of the payment will be captured
 * @param fingerprint SHA-256 of the meaning of the request
 */
public record RequestCaptureCommand(
        TenantId tenant,
        String paymentId,
        String captureId,
        @Nullable Money amount,
        boolean last,
        IdempotencyKey key,
        byte[] fingerprint) {

    public RequestCaptureCommand {
        Violations found = new Violations();
        found.require(amount == null || amount.positive(), "/amount/value", "too_small", "must be greater than zero.");
        found.throwIfAny();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestCaptureCommand that
                && key.equals(that.key)
                && captureId.equals(that.captureId)
                && Arrays.equals(fingerprint, that.fingerprint);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
