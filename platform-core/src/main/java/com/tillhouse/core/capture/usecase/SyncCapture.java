package com.tillhouse.core.capture.usecase;

import com.tillhouse.core.capture.domain.Capture;
import com.tillhouse.core.capture.domain.CaptureNews;
import com.tillhouse.core.capture.domain.CaptureStatus;
import com.tillhouse.core.capture.domain.PendingReason;
import com.tillhouse.core.capture.port.CaptureGateway;
import com.tillhouse.core.capture.port.CaptureRepository;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gateway.GatewayNotReadyException;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.trail.domain.Act;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Drives a capture towards a clear answer: sends it (again, under the same id) or asks Antom what became of it. Used at the first request, by
 * merchants on demand, and by recovery on schedule.
 */
public final class SyncCapture {
    private final UnitOfWork unitOfWork;
    private final CaptureRepository captures;
    private final PaymentRepository payments;
    private final GatewayAccountRepository accounts;
    private final CaptureGateway gateway;
    private final ApplyCaptureOutcome outcomes;
    private final InstantSource clock;

    public SyncCapture(
            UnitOfWork unitOfWork,
            CaptureRepository captures,
            PaymentRepository payments,
            GatewayAccountRepository accounts,
            CaptureGateway gateway,
            ApplyCaptureOutcome outcomes,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.captures = captures;
        this.payments = payments;
        this.accounts = accounts;
        this.gateway = gateway;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** What one conversation with Antom about a capture needs. */
    record Ask(GatewayAccount account, Capture capture, String providerPaymentId) {}

    /**
     * Takes the capture a step further and answers it as it is afterwards; no answer from Antom is no error. While somebody else is talking to
     * Antom about it, it is answered as it is.
     *
     * @throws NotFoundException when the tenant has no such capture in this mode
     */
    public CaptureResource sync(TenantId tenant, Mode mode, String captureId) {
        Optional<Ask> ask = unitOfWork.inTenant(tenant, () -> {
            if (captures.find(tenant, captureId)
                    .filter(capture -> capture.origin().mode() == mode)
                    .isEmpty()) {
                throw new NotFoundException();
            }
            Act.about(tenant, captureId);
            return leased(tenant, captureId);
        });
        return ask.isPresent() ? drive(tenant, ask.get()) : resource(tenant, captureId);
    }

    /** As {@link #sync}, for recovery, which looks after both modes and has taken the capture already. */
    public CaptureResource recover(TenantId tenant, String captureId) {
        return drive(tenant, unitOfWork.inTenant(tenant, () -> prepare(tenant, captureId)));
    }

    /** As {@link #leased}, of what is still to be sent; empty otherwise. Inside the tenant's unit of work. */
    Optional<Ask> leasedToSend(TenantId tenant, String captureId) {
        return captures.find(tenant, captureId).filter(SyncCapture::toSend).flatMap(found -> leased(tenant, captureId));
    }

    /** Takes the capture for one conversation with Antom; empty while somebody else has it. Inside the tenant's unit of work. */
    Optional<Ask> leased(TenantId tenant, String captureId) {
        return captures.lease(tenant, captureId, RecoverCaptures.LEASE)
                ? Optional.of(prepare(tenant, captureId))
                : Optional.empty();
    }

    /** Sends the capture; repeating it has no second effect at Antom. No transaction may be held. */
    Outcome<CaptureNews> send(Ask ask) {
        return gateway.send(ask.account(), ask.capture(), ask.providerPaymentId());
    }

    /** Applies what Antom said and answers the capture as it is afterwards (joins a running unit of work). */
    CaptureResource take(TenantId tenant, String captureId, Outcome<CaptureNews> outcome) {
        return unitOfWork.inTenant(tenant, () -> {
            switch (outcome) {
                case Outcome.Confirmed<CaptureNews> said -> outcomes.apply(tenant, captureId, said.value());
                case Outcome.Declined<CaptureNews> refused -> undetermined(tenant, captureId, refused.result());
                case Outcome.Undetermined<CaptureNews> lost -> undetermined(tenant, captureId, lost.hint());
            }
            captures.endLease(tenant, captureId);
            return resource(tenant, captureId);
        });
    }

    CaptureResource resource(TenantId tenant, String captureId) {
        return unitOfWork.inTenant(
                tenant,
                () -> captures.find(tenant, captureId).map(CaptureResource::of).orElseThrow(NotFoundException::new));
    }

    /**
     * What Antom surely holds is asked about; what it may not hold is sent under its id, which is the same question to
     * an Antom that holds it.
     */
    private CaptureResource drive(TenantId tenant, Ask ask) {
        Capture capture = ask.capture();
        if (toSend(capture) && capture.state().pendingReason() != PendingReason.IN_PROCESS) {
            return take(tenant, capture.id(), send(ask));
        }
        Outcome<CaptureNews> said = gateway.inquire(ask.account(), capture);
        CaptureResource asked = take(tenant, capture.id(), said);
        return unknownThere(said) ? sendIfStillOpen(tenant, capture.id()) : asked;
    }

    /** What was read before the question may be settled by now, or somebody else may be at it. */
    private CaptureResource sendIfStillOpen(TenantId tenant, String captureId) {
        Optional<Ask> again = unitOfWork.inTenant(tenant, () -> leasedToSend(tenant, captureId));
        return again.isPresent() ? take(tenant, captureId, send(again.get())) : resource(tenant, captureId);
    }

    private static boolean toSend(Capture capture) {
        return capture.status() == CaptureStatus.PROCESSING;
    }

    private static boolean unknownThere(Outcome<CaptureNews> said) {
        return said instanceof Outcome.Confirmed<CaptureNews> confirmed
                && confirmed.value().standing() == CaptureNews.Standing.UNKNOWN_THERE;
    }

    private void undetermined(TenantId tenant, String captureId, @Nullable ProviderResult hint) {
        outcomes.change(tenant, captureId, capture -> {
            capture.undetermined(hint, clock.instant());
            return capture;
        });
    }

    private Ask prepare(TenantId tenant, String captureId) {
        Capture capture = captures.find(tenant, captureId).orElseThrow(NotFoundException::new);
        Payment payment = payments.find(tenant, capture.origin().paymentId()).orElseThrow();
        GatewayAccount account = accounts.byId(tenant, capture.origin().gatewayAccountId())
                .orElseThrow(() -> new GatewayNotReadyException(capture.origin().mode()));
        String providerPaymentId = payment.state().provider().paymentId();
        return new Ask(account, capture, providerPaymentId == null ? "" : providerPaymentId);
    }
}
