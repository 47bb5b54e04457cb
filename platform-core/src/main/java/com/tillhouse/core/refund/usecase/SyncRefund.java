package com.tillhouse.core.refund.usecase;

import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gateway.GatewayNotReadyException;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.refund.domain.PendingReason;
import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.domain.RefundStatus;
import com.tillhouse.core.refund.port.RefundGateway;
import com.tillhouse.core.refund.port.RefundRepository;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.trail.domain.Act;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Drives a refund towards a clear answer: sends it (again, under the same id) or asks Antom what became of it. Used at the first request, by
 * merchants on demand, and by recovery on schedule.
 */
public final class SyncRefund {
    private final UnitOfWork unitOfWork;
    private final RefundRepository refunds;
    private final PaymentRepository payments;
    private final GatewayAccountRepository accounts;
    private final RefundGateway gateway;
    private final ApplyRefundOutcome outcomes;
    private final InstantSource clock;

    public SyncRefund(
            UnitOfWork unitOfWork,
            RefundRepository refunds,
            PaymentRepository payments,
            GatewayAccountRepository accounts,
            RefundGateway gateway,
            ApplyRefundOutcome outcomes,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.refunds = refunds;
        this.payments = payments;
        this.accounts = accounts;
        this.gateway = gateway;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** What one conversation with Antom about a refund needs. */
    record Ask(GatewayAccount account, Refund refund, String providerPaymentId) {}

    /**
     * Takes the refund a step further and answers it as it is afterwards; no answer from Antom is no error. While somebody else is talking to
     * Antom about it, it is answered as it is.
     *
     * @throws NotFoundException when the tenant has no such refund in this mode
     */
    public RefundResource sync(TenantId tenant, Mode mode, String refundId) {
        Optional<Ask> ask = unitOfWork.inTenant(tenant, () -> {
            if (refunds.find(tenant, refundId)
                    .filter(refund -> refund.origin().mode() == mode)
                    .isEmpty()) {
                throw new NotFoundException();
            }
            Act.about(tenant, refundId);
            return leased(tenant, refundId);
        });
        return ask.isPresent() ? drive(tenant, ask.get()) : resource(tenant, refundId);
    }

    /** As {@link #sync}, for recovery, which looks after both modes and has taken the refund already. */
    public RefundResource recover(TenantId tenant, String refundId) {
        return drive(tenant, unitOfWork.inTenant(tenant, () -> prepare(tenant, refundId)));
    }

    /** As {@link #leased}, of what is still to be sent; empty otherwise. Inside the tenant's unit of work. */
    Optional<Ask> leasedToSend(TenantId tenant, String refundId) {
        return refunds.find(tenant, refundId).filter(SyncRefund::toSend).flatMap(found -> leased(tenant, refundId));
    }

    /** Takes the refund for one conversation with Antom; empty while somebody else has it. Inside the tenant's unit of work. */
    Optional<Ask> leased(TenantId tenant, String refundId) {
        return refunds.lease(tenant, refundId, RecoverRefunds.LEASE)
                ? Optional.of(prepare(tenant, refundId))
                : Optional.empty();
    }

    /** Sends the refund; repeating it has no second effect at Antom. No transaction may be held. */
    Outcome<RefundNews> send(Ask ask) {
        return gateway.send(ask.account(), ask.refund(), ask.providerPaymentId());
    }

    /** Applies what Antom said and answers the refund as it is afterwards (joins a running unit of work). */
    RefundResource take(TenantId tenant, String refundId, Outcome<RefundNews> outcome) {
        return unitOfWork.inTenant(tenant, () -> {
            switch (outcome) {
                case Outcome.Confirmed<RefundNews> said -> outcomes.apply(tenant, refundId, said.value());
                case Outcome.Declined<RefundNews> refused -> undetermined(tenant, refundId, refused.result());
                case Outcome.Undetermined<RefundNews> lost -> undetermined(tenant, refundId, lost.hint());
            }
            refunds.endLease(tenant, refundId);
            return resource(tenant, refundId);
        });
    }

    RefundResource resource(TenantId tenant, String refundId) {
        return unitOfWork.inTenant(
                tenant,
                () -> refunds.find(tenant, refundId).map(RefundResource::of).orElseThrow(NotFoundException::new));
    }

    /**
     * What Antom surely holds, or what was made elsewhere, is asked about; what it may not hold is sent under its id, which is the same question to
     * an Antom that holds it.
     */
    private RefundResource drive(TenantId tenant, Ask ask) {
        Refund refund = ask.refund();
        if (toSend(refund) && refund.state().pendingReason() != PendingReason.IN_PROCESS) {
            return take(tenant, refund.id(), send(ask));
        }
        Outcome<RefundNews> said = gateway.inquire(ask.account(), refund.id());
        RefundResource asked = take(tenant, refund.id(), said);
        return unknownThere(said) ? sendIfStillOpen(tenant, refund.id()) : asked;
    }

    /** What was read before the question may be settled by now, or somebody else may be at it. */
    private RefundResource sendIfStillOpen(TenantId tenant, String refundId) {
        Optional<Ask> again = unitOfWork.inTenant(tenant, () -> leasedToSend(tenant, refundId));
        return again.isPresent() ? take(tenant, refundId, send(again.get())) : resource(tenant, refundId);
    }

    private static boolean toSend(Refund refund) {
        return refund.status() == RefundStatus.PROCESSING && !refund.origin().external();
    }

    private static boolean unknownThere(Outcome<RefundNews> said) {
        return said instanceof Outcome.Confirmed<RefundNews> confirmed
                && confirmed.value().standing() == RefundNews.Standing.UNKNOWN_THERE;
    }

    private void undetermined(TenantId tenant, String refundId, @Nullable ProviderResult hint) {
        outcomes.change(tenant, refundId, refund -> {
            refund.undetermined(hint, clock.instant());
            return refund;
        });
    }

    private Ask prepare(TenantId tenant, String refundId) {
        Refund refund = refunds.find(tenant, refundId).orElseThrow(NotFoundException::new);
        Payment payment = payments.find(tenant, refund.origin().paymentId()).orElseThrow();
        GatewayAccount account = accounts.byId(tenant, refund.origin().gatewayAccountId())
                .orElseThrow(() -> new GatewayNotReadyException(refund.origin().mode()));
        String providerPaymentId = payment.state().provider().paymentId();
        return new Ask(account, refund, providerPaymentId == null ? "" : providerPaymentId);
    }
}
