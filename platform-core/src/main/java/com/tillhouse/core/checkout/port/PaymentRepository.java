package com.tillhouse.core.checkout.port;

import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentFilter;
import com.tillhouse.core.shared.AcrossTenants;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.Page;
import com.tillhouse.core.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Payments of a tenant. Inside the tenant's unit of work unless said otherwise. Lock a payment before its session. */
public interface PaymentRepository {

    void add(TenantId tenant, Payment payment);

    /** Writes what changed since it was read, and its new moves. */
    void update(TenantId tenant, Payment payment);

    Optional<Payment> find(TenantId tenant, String id);

    /** As {@link #find}, and nobody else moves it until the unit of work ends. */
    Optional<Payment> lock(TenantId tenant, String id);

    /** The payments of one session, oldest first. */
    List<Payment> ofSession(TenantId tenant, String sessionId);

    /** The payments of several sessions by session id, oldest first. */
    Map<String, List<Payment>> ofSessions(TenantId tenant, Collection<String> sessionIds);

    Page<Payment> list(TenantId tenant, PaymentFilter filter);

    /**
     * Payments of one gateway account that a refund of this amount may be of, made since then: first those of exactly this amount, then the
     * newest.
     */
    List<String> refundable(TenantId tenant, String gatewayAccountId, Money amount, Instant since, int limit);

    /**
     * Claims payments whose {@code nextCheckAt} has come, for the length of the lease by the database's clock: so many, and of one tenant so many at
     * once. Opens its own transaction.
     */
    @AcrossTenants("recovery claims due work of all tenants; the worker role sees only ids and times")
    List<Due> claimDue(Instant now, Duration lease, int limit, int perTenant);

    /** One payment to be asked of Antom. */
    record Due(TenantId tenant, String paymentId) {}
}
