package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.trail.domain.Act;
import java.util.Locale;
import java.util.Optional;

/** Makes sure that no buyer can pay a session any more, before something else is done with it. */
public final class CloseAttempts {
    private final UnitOfWork unitOfWork;
    private final CheckoutSessionRepository sessions;
    private final PaymentRepository payments;
    private final CancelPayment cancel;

    public CloseAttempts(
            UnitOfWork unitOfWork,
            CheckoutSessionRepository sessions,
            PaymentRepository payments,
            CancelPayment cancel) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.payments = payments;
        this.cancel = cancel;
    }

    /**
     * Cancels the session's live payment at Antom, if there is one.
     *
     * @throws NotFoundException when the tenant has no such session in this mode
     * @throws SessionNotOpenException when the session has ended, or its payment could not be closed for certain
     */
    void close(TenantId tenant, Mode mode, String sessionId) {
        Optional<Payment> live = unitOfWork.inTenant(tenant, () -> live(tenant, mode, sessionId));
        if (live.isEmpty()) {
            return;
        }
        Payment closed = cancelled(tenant, live.get().id());
        if (closed.status().live()) {
            throw SessionNotOpenException.previousAttemptOpen();
        }
        unitOfWork.inTenant(tenant, () -> live(tenant, mode, sessionId));
    }

    private Payment cancelled(TenantId tenant, String paymentId) {
        try {
            return cancel.close(tenant, paymentId, Cause.API);
        } catch (CancelNotPossibleException e) {
            return unitOfWork.inTenant(
                    tenant, () -> payments.find(tenant, paymentId).orElseThrow());
        }
    }

    private Optional<Payment> live(TenantId tenant, Mode mode, String sessionId) {
        CheckoutSession session = sessions.find(tenant, sessionId)
                .filter(found -> found.origin().mode() == mode)
                .orElseThrow(NotFoundException::new);
        Act.about(tenant, sessionId);
        if (!session.open()) {
            throw SessionNotOpenException.ended(session.status().name().toLowerCase(Locale.ROOT));
        }
        return payments.ofSession(tenant, sessionId).stream()
                .filter(payment -> payment.status().live())
                .findFirst();
    }
}
