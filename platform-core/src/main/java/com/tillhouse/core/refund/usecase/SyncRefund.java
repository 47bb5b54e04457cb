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
     * Asks Antom what became of the refund, or sends it if Antom does not hold it. Answers the refund as it is afterwards; no answer from Antom is
     * no error.
     *
     * @throws NotFoundException when the tenant has no such refund in this mode
     */
    public RefundResource sync(TenantId tenant, Mode mode, String refundId) {
        Ask ask = prepare(tenant, mode, refundId);
        if (ask.refund().state().pendingReason() == PendingReason.NOT_SENT) {
            return send(tenant, mode, refundId);
        }
        Outcome<RefundNews> said = gateway.inquire(ask.account(), refundId);
        take(tenant, refundId, said);
        boolean unknownThere = said instanceof Outcome.Confirmed<RefundNews> confirmed
                && confirmed.value().standing() == RefundNews.Standing.UNKNOWN_THERE;
        return unknownThere && ask.refund().status() == RefundStatus.PROCESSING
                ? send(tenant, mode, refundId)
                : resource(tenant, refundId);
    }

    /** Sends the refund if it is still processing; repeating it has no second effect at Antom. Answers it as it is afterwards. */
    RefundResource send(TenantId tenant, Mode mode, String refundId) {
        Ask ask = prepare(tenant, mode, refundId);
        if (ask.refund().status() == RefundStatus.PROCESSING && !ask.refund().origin().external()) {
            take(tenant, refundId, gateway.send(ask.account(), ask.refund(), ask.providerPaymentId()));
        }
        return resource(tenant, refundId);
    }

    private void take(TenantId tenant, String refundId, Outcome<RefundNews> outcome) {
        switch (outcome) {
            case Outcome.Confirmed<RefundNews> said -> outcomes.apply(tenant, refundId, said.value());
            case Outcome.Declined<RefundNews> refused -> undetermined(tenant, refundId, refused.result());
            case Outcome.Undetermined<RefundNews> lost -> undetermined(tenant, refundId, lost.hint());
        }
    }

    private void undetermined(
            TenantId tenant, String refundId, @Nullable ProviderResult hint) {
        outcomes.change(tenant, refundId, refund -> {
            refund.undetermined(hint, clock.instant());
            return refund;
        });
    }

    private Ask prepare(TenantId tenant, Mode mode, String refundId) {
        return unitOfWork.inTenant(tenant, () -> {
            Refund refund = refunds.find(tenant, refundId)
                    .filter(found -> found.origin().mode() == mode)
                    .orElseThrow(NotFoundException::new);
            Payment payment = payments.find(tenant, refund.origin().paymentId()).orElseThrow();
            GatewayAccount account = accounts
                    .byId(tenant, refund.origin().gatewayAccountId())
                    .orElseThrow(() -> new GatewayNotReadyException(mode));
            String providerPaymentId = payment.state().provider().paymentId();
            return new Ask(account, refund, providerPaymentId == null ? "" : providerPaymentId);
        });
    }

    private RefundResource resource(TenantId tenant, String refundId) {
        return unitOfWork.inTenant(
                tenant, () -> refunds.find(tenant, refundId).map(RefundResource::of).orElseThrow(NotFoundException::new));
    }
}
