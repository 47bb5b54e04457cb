package com.tillhouse.core.gatewaykey.port;

import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayKey;
import com.tillhouse.core.gateway.GatewayKey.Status;
import com.tillhouse.core.gateway.SealedKey;
import com.tillhouse.core.gatewaykey.domain.KeyRecord;
import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Key versions of gateway accounts, moved along their life by guarded updates. Inside the tenant's unit of work unless said otherwise. */
public interface GatewayKeyStore {

    /** Makes everybody else who changes this mode's account or its keys wait until the unit of work ends. True if there is an account. */
    boolean lockAccount(TenantId tenant, Mode mode);

    /** Client id, host and agent token of an account of which no version was ever active. */
    void correct(TenantId tenant, String accountId, String clientId, String host);

    /** Puts another agent token in the place of the account's, or none. */
    void replaceAgentToken(TenantId tenant, String accountId, @Nullable SealedKey token);

    /** One more than the highest version that ever was. */
    int nextVersion(TenantId tenant, String accountId);

    void add(TenantId tenant, String accountId, GatewayKey key, Instant at);

    /** Keeps Antom's key, and the number that Antom knows our key by, for a PENDING version. False when it is no longer PENDING. */
    boolean enterAntomKey(TenantId tenant, String accountId, int version, String antomPublicKey, int keyVersion);

    /** ACTIVE becomes RETIRING until the end. Nothing happens when there is none. */
    void beginRetiring(TenantId tenant, String accountId, Instant end);

    /** The PENDING version becomes ACTIVE. False unless it is still what was proved: same pair, same key of Antom. */
    boolean activate(TenantId tenant, GatewayAccount account, GatewayKey proved, Instant at);

    /** Ends a version and wipes its private half. False when it is in none of these states. */
    boolean retire(TenantId tenant, String accountId, int version, Set<Status> from, Instant at);

    /** Ends the RETIRING versions whose time has come; answers account and version of each. */
    List<Ended> retireDue(TenantId tenant, Instant now);

    /** All versions that ever were, newest first, without private halves. */
    List<KeyRecord> history(TenantId tenant, String accountId, int most);

    /** Tenants that have RETIRING versions whose time has come. Opens its own transaction. */
    @AcrossTenants(
            "the chore that ends what has overlapped asks for everybody's; it sees only which versions wait for their end")
    List<TenantId> tenantsWithDue(Instant now, int most);

    /** A version that ended. */
    record Ended(String accountId, int version) {}
}
