package com.tillhouse.core.trail.port;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.trail.domain.line.TrailLine;
import java.util.List;

/**
 * What happened to a tenant's payments. Inside the tenant's unit of work. What is noted in an act is written by the unit of work itself; it is never
 * changed, and kept as long as the payment that it explains.
 */
public interface TrailStore {

    /**
     * What happened to a payment, its session and its refunds, oldest first; of more than {@code most} lines the newest. Empty when the tenant has no
     * such payment in this mode.
     */
    List<TrailLine> ofPayment(TenantId tenant, Mode mode, String paymentId, int most);
}
