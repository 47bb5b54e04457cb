package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.idempotency.IdempotencyKey;
import com.tillhouse.core.shared.TenantId;
import java.util.Arrays;

/** Asks for the next attempt to pay an open session. */
public record RetryCheckoutSessionCommand(TenantId tenant, String sessionId, IdempotencyKey key, byte[] fingerprint) {

    @Override
    public boolean equals(Object other) {
        return other instanceof RetryCheckoutSessionCommand that
                && tenant.equals(that.tenant)
                && sessionId.equals(that.sessionId)
                && key.equals(that.key)
                && Arrays.equals(fingerprint, that.fingerprint);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
