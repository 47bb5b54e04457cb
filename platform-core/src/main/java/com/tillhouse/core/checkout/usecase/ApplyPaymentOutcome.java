package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.checkout.domain.Captured;
import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.domain.Verdict;
import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.shared.DomainEvent;
import com.tillhouse.core.shared.EventStore;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The one way a payment's status moves, whoever brings the news: API answer, notification, inquiry, report, operator. */
public final class ApplyPaymentOutcome {
    private final UnitOfWork unitOfWork;
    private final PaymentRepository payments;
    private final CheckoutSessionRepository sessions;
    private final EventStore events;
    private final InstantSource clock;

    public ApplyPaymentOutcome(
            UnitOfWork unitOfWork,
            PaymentRepository payments,
            CheckoutSessionRepository sessions,
            EventStore events,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Applies what Antom said about a payment of this tenant: status, session and events in one transaction (joins a running one). Empty when the
     * tenant has no such payment.
     */
    public Optional<Verdict> apply(TenantId tenant, String paymentId, PaymentNews news) {
        return change(tenant, paymentId, payment -> payment.apply(news, clock.instant()));
    }

    /** Has Antom asked about a payment soon, because news of it came that can't be applied. Without effect when the tenant has no such payment. */
    public void askSoon(TenantId tenant, String paymentId) {
        change(tenant, paymentId, payment -> {
            payment.askSoon(clock.instant());
            return payment;
        });
    }

    /** A capture of this payment succeeded and its figures have moved, in the same unit of work. Without effect when the tenant has no such payment. */
    public void captured(TenantId tenant, String paymentId, Captured capture) {
        change(tenant, paymentId, payment -> {
            payment.captured(capture, clock.instant());
            return payment;
        });
    }

    /** Nobody needs to look at this payment again. Without effect when the tenant has no such payment. */
    public void settle(TenantId tenant, String paymentId) {
        change(tenant, paymentId, payment -> {
            payment.settle();
            return payment;
        });
    }

    /** Puts a payment before a person, who is told once for each reason. Without effect when the tenant has no such payment. */
    public void review(TenantId tenant, String paymentId, String reason) {
        change(tenant, paymentId, payment -> {
            payment.review(reason, clock.instant());
            return payment;
        });
    }

    /** Changes one payment under lock, then draws the consequences: its session follows, events are told. */
    <T> Optional<T> change(TenantId tenant, String paymentId, Function<Payment, T> change) {
        return unitOfWork.inTenant(
                tenant, () -> payments.lock(tenant, paymentId).map(payment -> changeLocked(tenant, payment, change)));
    }

    private <T> T changeLocked(TenantId tenant, Payment payment, Function<Payment, T> change) {
        long told = payment.state().sequence();
        var before = payment.status();
        T result = change.apply(payment);
        Instant now = clock.instant();
        if (payment.status() != before) {
            CheckoutSession session =
                    sessions.lock(tenant, payment.origin().sessionId()).orElseThrow();
            long sessionTold = session.sequence();
            session.follow(payment, payment.lastCause(), now);
            payments.update(tenant, payment);
            sessions.update(tenant, session);
            tell(tenant, payment, session, told, now);
            tellSession(tenant, session, sessionTold, now);
        } else {
            payments.update(tenant, payment);
            if (payment.state().sequence() != told) {
                tell(
                        tenant,
                        payment,
                        sessions.find(tenant, payment.origin().sessionId()).orElseThrow(),
                        told,
                        now);
            }
        }
        return result;
    }

    private void tell(TenantId tenant, Payment payment, CheckoutSession session, long told, Instant now) {
        PaymentResource resource = PaymentResource.of(payment);
        long sequence = told;
        for (String type : payment.takeEvents()) {
            sequence++;
            events.append(
                    tenant,
                    new DomainEvent(
                            type,
                            payment.origin().mode(),
                            payment.id(),
                            sequence,
                            now,
                            resource,
                            session.origin().notifyUrl()));
        }
    }

    /** Tells the events of a session that was changed in this unit of work. */
    void tellSession(TenantId tenant, CheckoutSession session, long told, Instant now) {
        List<String> types = session.takeEvents();
        if (types.isEmpty()) {
            return;
        }
        CheckoutSessionResource resource = CheckoutSessionResource.of(
                session, payments.ofSession(tenant, session.origin().id()));
        long sequence = told;
        for (String type : types) {
            sequence++;
            events.append(
                    tenant,
                    new DomainEvent(
                            type,
                            session.origin().mode(),
                            session.origin().id(),
                            sequence,
                            now,
                            resource,
                            session.origin().notifyUrl()));
        }
    }
}
