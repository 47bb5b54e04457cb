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
import java.time.InstantSource;
import java.util.function.Predicate;
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

    private record Ask(GatewayAccount account, Refund refund, String providerPaymentId) {}

    /**
     * Takes the refund a step further and answers it as it is afterwards; no answer from Antom is no error.
     *
     * @throws NotFoundException when the tenant has no such refund in this mode
     */
    public RefundResource sync(TenantId tenant, Mode mode, String refundId) {
        return drive(tenant, refundId, refund -> refund.origin().mode() == mode);
    }

    /** As {@link #sync}, for recovery, which looks after both modes. */
    public RefundResource recover(TenantId tenant, String refundId) {
        return drive(tenant, refundId, refund -> true);
    }

    /** Sends the refund if it is still processing; repeating it has no second effect at Antom. Answers it as it is afterwards. */
    RefundResource send(TenantId tenant, Mode mode, String refundId) {
        return send(tenant, prepare(tenant, refundId, refund -> refund.origin().mode() == mode));
    }

    /**
     * What Antom surely holds, or what was made elsewhere, is asked about; what it may not hold is sent under its id, which is the same question to
     * an Antom that holds it.
     */
    private RefundResource drive(TenantId tenant, String refundId, Predicate<Refund> visible) {
        Ask ask = prepare(tenant, refundId, visible);
        Refund refund = ask.refund();
        boolean unsure = refund.status() == RefundStatus.PROCESSING
                && refund.state().pendingReason() != PendingReason.IN_PROCESS;
        if (unsure && !refund.origin().external()) {
            return send(tenant, ask);
        }
        Outcome<RefundNews> said = gateway.inquire(ask.account(), refundId);
        take(tenant, refundId, said);
        boolean unknownThere = said instanceof Outcome.Confirmed<RefundNews> confirmed
                && confirmed.value().standing() == RefundNews.Standing.UNKNOWN_THERE;
        return unknownThere ? send(tenant, prepare(tenant, refundId, visible)) : resource(tenant, refundId);
    }

    private RefundResource send(TenantId tenant, Ask ask) {
        Refund refund = ask.refund();
        if (refund.status() == RefundStatus.PROCESSING && !refund.origin().external()) {
            take(tenant, refund.id(), gateway.send(ask.account(), refund, ask.providerPaymentId()));
        }
        return resource(tenant, refund.id());
    }

    private void take(TenantId tenant, String refundId, Outcome<RefundNews> outcome) {
        switch (outcome) {
            case Outcome.Confirmed<RefundNews> said -> outcomes.apply(tenant, refundId, said.value());
            case Outcome.Declined<RefundNews> refused -> undetermined(tenant, refundId, refused.result());
            case Outcome.Undetermined<RefundNews> lost -> undetermined(tenant, refundId, lost.hint());
        }
    }

    private void undetermined(TenantId tenant, String refundId, @Nullable ProviderResult hint) {
        outcomes.change(tenant, refundId, refund -> {
            refund.undetermined(hint, clock.instant());
            return refund;
        });
    }

    private Ask prepare(TenantId tenant, String refundId, Predicate<Refund> visible) {
        return unitOfWork.inTenant(tenant, () -> {
            Refund refund = refunds.find(tenant, refundId).filter(visible).orElseThrow(NotFoundException::new);
            Payment payment = payments.find(tenant, refund.origin().paymentId()).orElseThrow();
            GatewayAccount account = accounts.byId(tenant, refund.origin().gatewayAccountId())
                    .orElseThrow(
                            () -> new GatewayNotReadyException(refund.origin().mode()));
            String providerPaymentId = payment.state().provider().paymentId();
            return new Ask(account, refund, providerPaymentId == null ? "" : providerPaymentId);
        });
    }

    private RefundResource resource(TenantId tenant, String refundId) {
        return unitOfWork.inTenant(
                tenant,
                () -> refunds.find(tenant, refundId).map(RefundResource::of).orElseThrow(NotFoundException::new));
    }
}
