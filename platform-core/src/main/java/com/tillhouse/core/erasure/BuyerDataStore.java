package com.tillhouse.core.erasure;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.util.List;

/** What a tenant's rows say of buyers. Inside the tenant's unit of work. */
public interface BuyerDataStore {

    /** How many days after a session's end its buyer's data is kept. */
    int retentionDays(TenantId tenant);

    /** Changes that. */
    void retain(TenantId tenant, int days, Instant at);

    /** Notes that the data of this buyer shall be erased as soon as each of its sessions is at rest. Answers ids of all that still hold any. */
    List<String> ask(TenantId tenant, Mode mode, BuyerName buyer, Instant at);

    /** Sessions at rest whose data is to be erased: those that ended before this moment, and those that it was asked for. Oldest first. */
    List<String> due(TenantId tenant, Instant endedBefore, int limit);

    /**
     * Erases what the session and all that belongs to it say of the buyer. Answers whether the session was at rest and still held any; when it
     * was not, the unit of work must leave nothing behind.
     */
    boolean erase(TenantId tenant, String sessionId, Instant at);

    /** Empties notifications that came before this moment and belong to no object of ours. Answers how many. */
    int eraseStrays(TenantId tenant, Instant before, int limit);
}
