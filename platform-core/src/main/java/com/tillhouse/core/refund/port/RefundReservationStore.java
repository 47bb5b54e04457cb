package com.tillhouse.core.refund.port;

import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;

/**
 * What of a payment is spoken for by refunds. Each call is one guarded update of the payment's row: never read, then write. Inside the tenant's
 * unit of work.
 *
 * <p>Each call locks the payment's row until the unit of work ends. The order everywhere is refund, payment, session: whoever holds a payment locks
 * no refund that others can see.
 */
public interface RefundReservationStore {

    /**
     * Reserves the amount if the payment succeeded (or its money came after a cancel), is of that currency, no cancel is under way, and enough is
     * left. False when not.
     */
    boolean reserve(TenantId tenant, String paymentId, Money amount);

    /** A reserved amount was refunded. */
    void settle(TenantId tenant, String paymentId, Money amount);

    /** A reserved amount will not be refunded. */
    void release(TenantId tenant, String paymentId, Money amount);

    /** An amount was refunded elsewhere; counts even beyond what was captured. */
    void countExternal(TenantId tenant, String paymentId, Money amount);
}
