package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;

/** Looks after what is not final: payments whose time to be asked has come, and open sessions whose time is over. */
public final class RecoverPayments {
    /** Longer than the calls of one step can take, a cancel and what follows it; after it, another worker may try. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final UnitOfWork unitOfWork;
    private final PaymentRepository payments;
    private final CheckoutSessionRepository sessions;
    private final ApplyPaymentOutcome outcomes;
    private final InstantSource clock;

    public RecoverPayments(
            UnitOfWork unitOfWork,
            PaymentRepository payments,
            CheckoutSessionRepository sessions,
            ApplyPaymentOutcome outcomes,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.sessions = sessions;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * Claims due payments and hands tenant and id of each to the caller, who asks Antom in its own way (in turn or side by side). Answers how many there were; of one
     * tenant no more than {@code perTenant} are under way at once.
     */
    public int claimDue(int limit, int perTenant, BiConsumer<TenantId, String> ask) {
        List<PaymentRepository.Due> due = payments.claimDue(clock.instant(), LEASE, limit, perTenant);
        due.forEach(one -> ask.accept(one.tenant(), one.paymentId()));
        return due.size();
    }

    /** Ends open sessions whose time is over and that no buyer can pay any more. Answers how many were looked at. */
    public int expireSessions(int limit) {
        List<CheckoutSessionRepository.Overdue> overdue = sessions.overdue(clock.instant(), limit);
        overdue.forEach(session ->
                unitOfWork.runInTenant(session.tenant(), () -> expire(session.tenant(), session.sessionId())));
        return overdue.size();
    }

    private void expire(TenantId tenant, String sessionId) {
        boolean payable = payments.ofSession(tenant, sessionId).stream()
                .anyMatch(payment -> payment.status().live());
        if (payable) {
            return;
        }
        CheckoutSession session = sessions.lock(tenant, sessionId).orElseThrow();
        long told = session.sequence();
        session.expireIfOver(Cause.INQUIRY, clock.instant());
        sessions.update(tenant, session);
        outcomes.tellSession(tenant, session, told, clock.instant());
    }
}
