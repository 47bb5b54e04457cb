package com.tillhouse.core.capture.usecase;

import com.tillhouse.core.capture.port.CaptureRepository;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.util.List;

/** Reads captures of a tenant; one mode never sees the other's. */
public final class FindCaptures {
    private final UnitOfWork unitOfWork;
    private final CaptureRepository captures;
    private final PaymentRepository payments;

    public FindCaptures(UnitOfWork unitOfWork, CaptureRepository captures, PaymentRepository payments) {
        this.unitOfWork = unitOfWork;
        this.captures = captures;
        this.payments = payments;
    }

    /** One capture. */
    public CaptureResource capture(TenantId tenant, Mode mode, String id) {
        return unitOfWork.inTenant(
                tenant,
                () -> captures.find(tenant, id)
                        .filter(capture -> capture.origin().mode() == mode)
                        .map(CaptureResource::of)
                        .orElseThrow(NotFoundException::new));
    }

    /** The captures of one payment, oldest first. */
    public List<CaptureResource> ofPayment(TenantId tenant, Mode mode, String paymentId) {
        return unitOfWork.inTenant(tenant, () -> {
            String known = payments.find(tenant, paymentId)
                    .filter(payment -> payment.origin().mode() == mode)
                    .map(Payment::id)
                    .orElseThrow(NotFoundException::new);
            return captures.ofPayment(tenant, known).stream()
                    .map(CaptureResource::of)
                    .toList();
        });
    }
}
