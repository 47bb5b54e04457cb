package com.tillhouse.core.capture.port;

import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;

/**
 * What of a payment was captured, and what captures on their way speak for. Each call is one guarded update of the payment's row: never read, then
 * write. Inside the tenant's unit of work.
 *
 * <p>Each call locks the payment's row until the unit of work ends. The order everywhere is capture, payment, session: whoever holds a payment
 * locks no capture that others can see.
 */
public interface CaptureReservationStore {

    /** Speaks for the amount if the payment is authorised and open for captures, of that currency, no cancel is under way, and enough is left. False when not. */
    boolean reserve(TenantId tenant, String paymentId, Money amount);

    /** An amount that was spoken for was captured. */
    void settle(TenantId tenant, String paymentId, Money amount);

    /** An amount that was spoken for will not be captured. */
    void release(TenantId tenant, String paymentId, Money amount);
}
