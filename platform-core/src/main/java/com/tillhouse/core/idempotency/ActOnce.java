package com.tillhouse.core.idempotency;

import com.tillhouse.core.shared.PlatformException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Does a deed once for a key and gives its answer again, byte for byte. A refusal by rule forgets the key; whatever else goes wrong is like a
 * crash: the lease runs out, and the next request with the key drives the deed on.
 */
public final class ActOnce {
    /** One call to Antom with its deadline, and room to spare. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final UnitOfWork unitOfWork;
    private final IdempotencyStore keys;

    public ActOnce(UnitOfWork unitOfWork, IdempotencyStore keys) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
    }

    /**
     * Does the deed, or gives the answer again that the same key got before. No transaction is held while it is done.
     *
     * @throws KeyReusedException when the key came with another meaning
     * @throws KeyInFlightException while somebody else holds it
     */
    public Reply act(ActOnceCommand command, Deed deed) {
        return switch (claim(command)) {
            case Claim.Done done -> done.reply();
            case Claim.Fresh fresh -> carryOut(command, deed::first);
            case Claim.Resumed resumed -> carryOut(command, deed::again);
        };
    }

    private Claim claim(ActOnceCommand command) {
        TenantId tenant = command.tenant();
        return unitOfWork.inTenant(
                tenant, () -> keys.claim(tenant, command.key(), command.fingerprint(), command.resourceId(), LEASE));
    }

    private Reply carryOut(ActOnceCommand command, Supplier<Deed.Result> deed) {
        TenantId tenant = command.tenant();
        Deed.Result result;
        try {
            result = deed.get();
        } catch (PlatformException e) {
            unitOfWork.runInTenant(tenant, () -> keys.forget(tenant, command.key()));
            throw e;
        }
        return unitOfWork.inTenant(tenant, () -> {
            if (result.definite()) {
                return keys.complete(tenant, command.key(), result.reply());
            }
            keys.release(tenant, command.key());
            return result.reply();
        });
    }
}
