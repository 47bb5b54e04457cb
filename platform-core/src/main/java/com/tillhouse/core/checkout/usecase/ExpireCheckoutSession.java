package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Ends an open session before its time; its payment is closed at Antom first. */
public final class ExpireCheckoutSession {
    private final UnitOfWork unitOfWork;
    private final CheckoutSessionRepository sessions;
    private final PaymentRepository payments;
    private final CloseAttempts close;
    private final ApplyPaymentOutcome outcomes;
    private final InstantSource clock;

    public ExpireCheckoutSession(
            UnitOfWork unitOfWork,
            CheckoutSessionRepository sessions,
            PaymentRepository payments,
            CloseAttempts close,
            ApplyPaymentOutcome outcomes,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.payments = payments;
        this.close = close;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * Ends the session and answers it as it is afterwards.
     *
     * @throws NotFoundException when the tenant has no such session in this mode
     * @throws SessionNotOpenException when it has ended already, or its payment could not be closed for certain
     */
    public CheckoutSessionResource expire(TenantId tenant, Mode mode, String sessionId) {
        close.close(tenant, mode, sessionId);
        return unitOfWork.inTenant(tenant, () -> {
            CheckoutSession session = sessions.lock(tenant, sessionId).orElseThrow(NotFoundException::new);
            requireClosed(session, payments.ofSession(tenant, sessionId));
            long told = session.sequence();
            session.expireNow(clock.instant());
            sessions.update(tenant, session);
            outcomes.tellSession(tenant, session, told, clock.instant());
            return CheckoutSessionResource.of(session, payments.ofSession(tenant, sessionId));
        });
    }

    /** Between closing and locking, the buyer may have paid and another attempt may have been opened. */
    private static void requireClosed(CheckoutSession session, List<Payment> attempts) {
        if (!session.open()) {
            throw SessionNotOpenException.ended(session.status().name().toLowerCase(Locale.ROOT));
        }
        if (attempts.stream().anyMatch(payment -> payment.status().live())) {
            throw SessionNotOpenException.previousAttemptOpen();
        }
    }
}
