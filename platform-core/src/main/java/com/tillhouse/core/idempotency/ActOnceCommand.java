package com.tillhouse.core.idempotency;

import com.tillhouse.core.shared.TenantId;
import java.util.Arrays;

/**
 * Asks to act on one object under a key.
 *
 * @param resourceId the object that is acted on
 * @param fingerprint SHA-256 of the meaning of the request
 */
public record ActOnceCommand(TenantId tenant, String resourceId, IdempotencyKey key, byte[] fingerprint) {
    @Override
    public boolean equals(Object other) {
        return other instanceof ActOnceCommand that
                && tenant.equals(that.tenant)
                && resourceId.equals(that.resourceId)
                && key.equals(that.key)
                && Arrays.equals(fingerprint, that.fingerprint);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
