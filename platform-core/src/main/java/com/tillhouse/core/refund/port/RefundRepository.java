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

    /** Claims refunds whose {@code nextCheckAt} has come, for the length of the lease by the database's clock. Opens its own transaction. */
    @AcrossTenants("recovery claims due work of all tenants; the worker role sees only ids and times")
    List<Due> claimDue(Instant now, Duration lease, int limit);

    /** One refund to be asked of Antom. */
    record Due(TenantId tenant, String refundId) {}
}
