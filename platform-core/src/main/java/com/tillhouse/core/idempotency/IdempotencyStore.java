package com.tillhouse.core.idempotency;

import com.tillhouse.core.shared.AcrossTenants;
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

    /**
     * Keeps the answer; from now on the key is {@link Claim.Done}. Answers what stands: if somebody else finished the same request after our lease
     * had run out, that is theirs.
     */
    Reply complete(TenantId tenant, IdempotencyKey key, Reply reply);

    /** Gives the lease back without an answer, so that the next try with this key may drive on at once. */
    void release(TenantId tenant, IdempotencyKey key);

    /**
     * Forgets keys of all tenants that were made so long ago that nobody repeats their requests; how long is the database's to say. Answers how
     * many. Opens its own transaction.
     */
    @AcrossTenants("retention sweeps all tenants; the worker role can only delete keys that are past their time")
    int sweep(int limit);

    /** Forgets a key whose request was refused before anything was done, so that it may be sent again. */
    void forget(TenantId tenant, IdempotencyKey key);
}
