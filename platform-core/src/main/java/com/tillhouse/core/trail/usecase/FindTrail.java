package com.tillhouse.core.trail.usecase;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.trail.domain.line.TrailLine;
import com.tillhouse.core.trail.port.TrailStore;
import java.util.List;

/** Tells what happened to a payment of a tenant; one mode never sees the other's. */
public final class FindTrail {
    /** A payment that more happened to is shown with its newest entries. */
    public static final int MOST = 1000;

    private final UnitOfWork unitOfWork;
    private final TrailStore trail;

    public FindTrail(UnitOfWork unitOfWork, TrailStore trail) {
        this.unitOfWork = unitOfWork;
        this.trail = trail;
    }

    /**
     * The trail of one payment.
     *
     * @throws NotFoundException when the tenant has no such payment in this mode
     */
    public TrailResource payment(TenantId tenant, Mode mode, String paymentId) {
        List<TrailLine> found = unitOfWork.inTenant(tenant, () -> trail.ofPayment(tenant, mode, paymentId, MOST + 1));
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        boolean truncated = found.size() > MOST;
        List<TrailLine> shown = truncated ? found.subList(1, found.size()) : found;
        return new TrailResource(
                "payment_trail",
                paymentId,
                truncated,
                shown.stream().map(TrailEntryResource::of).toList());
    }
}
