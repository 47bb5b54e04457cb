package com.tillhouse.core.checkout.port;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import java.util.List;

/** Which sessions of one order can still be paid. Inside the tenant's unit of work. */
public interface OrderReferenceStore {

    /** Waits until nobody else holds this reference of the tenant in this mode, and holds it until the unit of work ends. */
    void hold(TenantId tenant, Mode mode, String orderReference);

    /**
     * Ids of the open sessions with this reference, oldest first. One whose opening Antom refused is none of them, and neither is one whose time
     * is over with nothing left that a buyer could pay.
     */
    List<String> open(TenantId tenant, Mode mode, String orderReference);
}
