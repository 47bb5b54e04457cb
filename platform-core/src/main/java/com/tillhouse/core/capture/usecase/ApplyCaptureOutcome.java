package com.tillhouse.core.capture.usecase;

import com.tillhouse.core.capture.domain.Capture;
import com.tillhouse.core.capture.domain.CaptureMove;
import com.tillhouse.core.capture.domain.CaptureNews;
import com.tillhouse.core.capture.domain.CaptureStatus;
import com.tillhouse.core.capture.port.CaptureRepository;
import com.tillhouse.core.capture.port.CaptureReservationStore;
import com.tillhouse.core.checkout.domain.Captured;
import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.Verdict;
import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.checkout.usecase.ApplyPaymentOutcome;
import com.tillhouse.core.shared.DomainEvent;
import com.tillhouse.core.shared.EventStore;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** The one way a capture's status moves, whoever brings the news; the payment and its figures move in the same transaction. */
public final class ApplyCaptureOutcome {
    private final UnitOfWork unitOfWork;
    private final CaptureRepository captures;
    private final CaptureReservationStore reservations;
    private final Told told;
    private final ApplyPaymentOutcome paymentOutcomes;
    private final InstantSource clock;

    /** Who hears of a capture: the events, and what they need to know of payment and session. */
    public record Told(PaymentRepository payments, CheckoutSessionRepository sessions, EventStore events) {}

    public ApplyCaptureOutcome(
            UnitOfWork unitOfWork,
            CaptureRepository captures,
            CaptureReservationStore reservations,
            Told told,
            ApplyPaymentOutcome paymentOutcomes,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.captures = captures;
        this.reservations = reservations;
        this.told = told;
        this.paymentOutcomes = paymentOutcomes;
        this.clock = clock;
    }

    /** Applies what Antom said about a capture of this tenant (joins a running unit of work). Empty when the tenant has no such capture. */
    public Optional<Verdict> apply(TenantId tenant, String captureId, CaptureNews news) {
        return change(tenant, captureId, capture -> capture.apply(news, clock.instant()));
    }

    /** Has Antom asked about a capture soon, because news of it came that can't be applied. Without effect when the tenant has no such capture. */
    public void askSoon(TenantId tenant, String captureId) {
        change(tenant, captureId, capture -> {
            capture.askSoon(clock.instant());
            return capture;
        });
    }

    /** Keeps a new capture; the amount is spoken for already. */
    void add(TenantId tenant, Capture capture) {
        captures.add(tenant, capture);
    }

    /** Changes one capture under lock and draws the consequences for its payment. */
    <T> Optional<T> change(TenantId tenant, String captureId, Function<Capture, T> change) {
        return unitOfWork.inTenant(
                tenant, () -> captures.lock(tenant, captureId).map(capture -> settle(tenant, capture, change)));
    }

    private <T> T settle(TenantId tenant, Capture capture, Function<Capture, T> change) {
        CaptureStatus before = capture.status();
        long sequence = capture.state().sequence();
        T result = change.apply(capture);
        Optional<CaptureMove> move = capture.lastMove();
        captures.update(tenant, capture);
        if (capture.status() != before) {
            moveMoney(tenant, capture, move.orElseThrow());
        }
        tell(tenant, capture, sequence);
        return result;
    }

    /** First the figures, then the payment: it is read anew under its lock, and sees them. */
    private void moveMoney(TenantId tenant, Capture capture, CaptureMove move) {
        String payment = capture.origin().paymentId();
        if (capture.status() == CaptureStatus.SUCCEEDED) {
            reservations.settle(tenant, payment, capture.origin().amount());
            Instant at = capture.state().settledAt();
            paymentOutcomes.captured(
                    tenant,
                    payment,
                    new Captured(
                            at == null ? move.at() : at, capture.origin().last(), move.cause(), move.providerCode()));
        } else {
            reservations.release(tenant, payment, capture.origin().amount());
            paymentOutcomes.askSoon(tenant, payment);
        }
    }

    private void tell(TenantId tenant, Capture capture, long before) {
        var types = capture.takeEvents();
        if (types.isEmpty()) {
            return;
        }
        Payment payment =
                told.payments().find(tenant, capture.origin().paymentId()).orElseThrow();
        CheckoutSession session =
                told.sessions().find(tenant, payment.origin().sessionId()).orElseThrow();
        CaptureResource resource = CaptureResource.of(capture);
        long sequence = before;
        for (String type : types) {
            sequence++;
            told.events()
                    .append(
                            tenant,
                            new DomainEvent(
                                    type,
                                    capture.origin().mode(),
                                    capture.id(),
                                    sequence,
                                    clock.instant(),
                                    resource,
                                    session.origin().notifyUrl()));
        }
    }
}
