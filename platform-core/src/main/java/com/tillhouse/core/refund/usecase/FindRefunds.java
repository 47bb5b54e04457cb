package com.tillhouse.core.refund.usecase;

import com.tillhouse.core.refund.domain.RefundFilter;
import com.tillhouse.core.refund.port.RefundRepository;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.Page;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;

/** Reads refunds of a tenant; one mode never sees the other's. */
public final class FindRefunds {
    private final UnitOfWork unitOfWork;
    private final RefundRepository refunds;

    public FindRefunds(UnitOfWork unitOfWork, RefundRepository refunds) {
        this.unitOfWork = unitOfWork;
        this.refunds = refunds;
    }

    /** One refund. */
    public RefundResource refund(TenantId tenant, Mode mode, String id) {
        return unitOfWork.inTenant(
                tenant,
                () -> refunds.find(tenant, id)
                        .filter(refund -> refund.origin().mode() == mode)
                        .map(RefundResource::of)
                        .orElseThrow(NotFoundException::new));
    }

    /** A page of refunds, newest first. */
    public Page<RefundResource> refunds(TenantId tenant, RefundFilter filter) {
        return unitOfWork.inTenant(tenant, () -> {
            var page = refunds.list(tenant, filter);
            return new Page<>(page.items().stream().map(RefundResource::of).toList(), page.next());
        });
    }
}
