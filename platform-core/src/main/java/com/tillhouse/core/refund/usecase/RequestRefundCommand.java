package com.tillhouse.core.refund.usecase;

import com.tillhouse.core.idempotency.IdempotencyKey;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.Violations;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Asks to refund a payment. Checks itself when made.
 *
 * @param refundId the fresh id of the refund to be
 * @param amount what to give back; null for all that is left
 * @param fingerprint SHA-256 of the meaning of the request
 */
public record RequestRefundCommand(
        TenantId tenant,
        String paymentId,
        String refundId,
        @Nullable Money amount,
        @Nullable String reason,
        IdempotencyKey key,
        byte[] fingerprint) {

    public RequestRefundCommand {
        Violations found = new Violations();
        found.require(amount == null || amount.positive(), "/amount/value", "too_small", "must be greater than zero.");
        found.require(
                reason == null || !reason.isBlank(), "/reason", "blank", "must not be blank; leave it out instead.");
        found.optionalText("/reason", reason, 256);
        found.throwIfAny();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestRefundCommand that
                && key.equals(that.key)
                && refundId.equals(that.refundId)
                && Arrays.equals(fingerprint, that.fingerprint);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
