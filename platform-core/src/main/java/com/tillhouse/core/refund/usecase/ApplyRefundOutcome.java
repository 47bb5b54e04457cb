package com.tillhouse.core.refund.usecase;

import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.Verdict;
import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.checkout.usecase.ApplyPaymentOutcome;
import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.domain.RefundOrigin;
import com.tillhouse.core.refund.domain.RefundStatus;
import com.tillhouse.core.refund.port.RefundRepository;
import com.tillhouse.core.refund.port.RefundReservationStore;
import com.tillhouse.core.shared.DomainEvent;
import com.tillhouse.core.shared.EventStore;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** The one way a refund's status moves, whoever brings the news; the payment's figures move in the same transaction. */
public final class ApplyRefundOutcome {
    private final UnitOfWork unitOfWork;
    private final RefundRepository refunds;
    private final RefundReservationStore reservations;
    private final PaymentRepository payments;
    private final CheckoutSessionRepository sessions;
    private final ApplyPaymentOutcome paymentOutcomes;
    private final EventStore events;
    private final InstantSource clock;

    public ApplyRefundOutcome(
            UnitOfWork unitOfWork,
            RefundRepository refunds,
            RefundReservationStore reservations,
            PaymentRepository payments,
            CheckoutSessionRepository sessions,
            ApplyPaymentOutcome paymentOutcomes,
            EventStore events,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.refunds = refunds;
        this.reservations = reservations;
        this.payments = payments;
        this.sessions = sessions;
        this.paymentOutcomes = paymentOutcomes;
        this.events = events;
        this.clock = clock;
    }

    /** Applies what Antom said about a refund of this tenant (joins a running unit of work). Empty when the tenant has no such refund. */
    public Optional<Verdict> apply(TenantId tenant, String refundId, RefundNews news) {
        return change(tenant, refundId, refund -> refund.apply(news, clock.instant()));
    }

    /**
     * Records a refund that was made elsewhere and has succeeded, and counts it (joins a running unit of work). Known ids are applied as usual.
     * Empty when the tenant has no such payment.
     */
    public Optional<Verdict> applyExternal(
            TenantId tenant, String paymentId, String refundId, Money amount, RefundNews news) {
        return unitOfWork.inTenant(tenant, () -> {
            if (refunds.find(tenant, refundId).isPresent()) {
                return apply(tenant, refundId, news);
            }
            return payments.lock(tenant, paymentId).map(payment -> {
                // Recorded by somebody else while we waited; to apply it now would lock it after its payment.
                if (refunds.find(tenant, refundId).isPresent()) {
                    return Verdict.UNCHANGED;
                }
                Refund refund = Refund.external(new RefundOrigin(
                        tenant,
                        refundId,
                        paymentId,
                        payment.origin().gatewayAccountId(),
                        payment.origin().mode(),
                        amount,
                        null,
                        true,
                        clock.instant()));
                add(tenant, refund);
                return settle(tenant, refund, found -> found.apply(news, clock.instant()));
            });
        });
    }

    /** Has Antom asked about a refund soon, because news of it came that can't be applied. Without effect when the tenant has no such refund. */
    public void askSoon(TenantId tenant, String refundId) {
        change(tenant, refundId, refund -> {
            refund.askSoon(clock.instant());
            return refund;
        });
    }

    /** True when the tenant has this refund. Inside the tenant's unit of work. */
    boolean exists(TenantId tenant, String refundId) {
        return refunds.find(tenant, refundId).isPresent();
    }

    /** Keeps a new refund and tells of it; the amount is reserved already. */
    void add(TenantId tenant, Refund refund) {
        refunds.add(tenant, refund);
        tell(tenant, refund, 0);
    }

    /** Changes one refund under lock and draws the consequences for its payment. */
    <T> Optional<T> change(TenantId tenant, String refundId, Function<Refund, T> change) {
        return unitOfWork.inTenant(
                tenant, () -> refunds.lock(tenant, refundId).map(refund -> settle(tenant, refund, change)));
    }

    private <T> T settle(TenantId tenant, Refund refund, Function<Refund, T> change) {
        RefundStatus before = refund.status();
        long told = refund.state().sequence();
        T result = change.apply(refund);
        if (before == RefundStatus.PROCESSING && refund.status() != before) {
            moveMoney(tenant, refund);
        }
        refunds.update(tenant, refund);
        tell(tenant, refund, told);
        return result;
    }

    private void moveMoney(TenantId tenant, Refund refund) {
        String payment = refund.origin().paymentId();
        Money amount = refund.origin().amount();
        boolean succeeded = refund.status() == RefundStatus.SUCCEEDED;
        if (refund.origin().external()) {
            if (succeeded) {
                reservations.countExternal(tenant, payment, amount);
            }
        } else if (succeeded) {
            reservations.settle(tenant, payment, amount);
        } else {
            reservations.release(tenant, payment, amount);
            if (refund.origin().returnsSurplus() && !canceledThere(refund)) {
                paymentOutcomes.review(tenant, payment, "surplus_not_returned");
            }
        }
    }

    /** Antom has canceled the payment, and so given its money back already. */
    private static boolean canceledThere(Refund refund) {
        var last = refund.state().last();
        return last != null && "ORDER_IS_CANCELED".equals(last.code());
    }

    private void tell(TenantId tenant, Refund refund, long told) {
        var types = refund.takeEvents();
        if (types.isEmpty()) {
            return;
        }
        Payment payment = payments.find(tenant, refund.origin().paymentId()).orElseThrow();
        CheckoutSession session =
                sessions.find(tenant, payment.origin().sessionId()).orElseThrow();
        RefundResource resource = RefundResource.of(refund);
        Instant now = clock.instant();
        long sequence = told;
        for (String type : types) {
            sequence++;
            events.append(
                    tenant,
                    new DomainEvent(
                            type,
                            refund.origin().mode(),
                            refund.id(),
                            sequence,
                            now,
                            resource,
                            session.origin().notifyUrl()));
        }
    }
}
