package com.tillhouse.core.capture.port;

import com.tillhouse.core.capture.domain.Capture;
import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Captures of a tenant. Inside the tenant's unit of work unless said otherwise. Lock a capture before its payment. */
public interface CaptureRepository {

    void add(TenantId tenant, Capture capture);

    /** Writes what changed since it was read, and its new moves. */
    void update(TenantId tenant, Capture capture);

    Optional<Capture> find(TenantId tenant, String id);

    /** As {@link #find}, and nobody else moves it until the unit of work ends. */
    Optional<Capture> lock(TenantId tenant, String id);

    /** The captures of one payment, oldest first. */
    List<Capture> ofPayment(TenantId tenant, String paymentId);

    /**
     * Takes this capture for one conversation with Antom, for the length of the lease by the database's clock. False while somebody else has it.
     */
    boolean lease(TenantId tenant, String id, Duration lease);

    /** The conversation is over; the next may begin. */
    void endLease(TenantId tenant, String id);

    /**
     * Claims captures whose {@code nextCheckAt} has come, for the length of the lease by the database's clock: so many, and of one tenant so many
     * at once. Opens its own transaction.
     */
    @AcrossTenants("recovery claims due work of all tenants; the worker role sees only ids and times")
    List<Due> claimDue(Instant now, Duration lease, int limit, int perTenant);

    /** One capture to be asked of Antom. */
    record Due(TenantId tenant, String captureId) {}
}
