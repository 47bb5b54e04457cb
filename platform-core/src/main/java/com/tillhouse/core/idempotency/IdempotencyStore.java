package com.tillhouse.core.idempotency;

import com.tillhouse.core.shared.TenantId;
import java.time.Duration;

/** Keys of a tenant and what came of them. Inside the tenant's unit of work. */
public interface IdempotencyStore {

    /**
     * Takes the key for the length of the lease (the database's clock), or tells what came of it. The row locks out everyone else until the unit
     * of work ends.
     *
     * @param fingerprint SHA-256 of the meaning of the body
     * @param resourceId the object that the request will make
     * @throws KeyReusedException when the key came with another body
     * @throws KeyInFlightException while somebody else holds it
     */
    Claim claim(TenantId tenant, IdempotencyKey key, byte[] fingerprint, String resourceId, Duration lease);

    /** Keeps the answer; from now on the key is {@link Claim.Done}. */
    void complete(TenantId tenant, IdempotencyKey key, Reply reply);

    /** Gives the lease back without an answer, so that the next try with this key may drive on at once. */
    void release(TenantId tenant, IdempotencyKey key);

    /** Forgets a key whose request was refused before anything was done, so that it may be sent again. */
    void forget(TenantId tenant, IdempotencyKey key);
}
