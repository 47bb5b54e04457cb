package com.tillhouse.core.refund.port;

import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundFilter;
import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.shared.Page;
import com.tillhouse.core.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Refunds of a tenant. Inside the tenant's unit of work unless said otherwise. Lock a refund before its payment. */
public interface RefundRepository {

    void add(TenantId tenant, Refund refund);

    /** Writes what changed since it was read, and its new moves. */
    void update(TenantId tenant, Refund refund);

    Optional<Refund> find(TenantId tenant, String id);

    /** As {@link #find}, and nobody else moves it until the unit of work ends. */
    Optional<Refund> lock(TenantId tenant, String id);

    /** The refunds of one payment, oldest first. */
    List<Refund> ofPayment(TenantId tenant, String paymentId);

    Page<Refund> list(TenantId tenant, RefundFilter filter);

    /**
     * Takes this refund for one conversation with Antom, for the length of the lease by the database's clock. False while somebody else has it.
     */
    boolean lease(TenantId tenant, String id, Duration lease);

    /** The conversation is over; the next may begin. */
    void endLease(TenantId tenant, String id);

    /**
     * Claims refunds whose {@code nextCheckAt} has come, for the length of the lease by the database's clock: so many, and of one tenant so many at
     * once. Opens its own transaction.
     */
    @AcrossTenants("recovery claims due work of all tenants; the worker role sees only ids and times")
    List<Due> claimDue(Instant now, Duration lease, int limit, int perTenant);

    /** One refund to be asked of Antom. */
    record Due(TenantId tenant, String refundId) {}
}
