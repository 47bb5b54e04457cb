package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.checkout.domain.CancelObstacle;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.checkout.port.CancelGateway;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.gateway.Cause;
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

/**
 * Cancels a payment at Antom, before or after it was paid. The wish is saved before the call, so an unclear answer or a crash repeats it with the
 * same parameters until the answer is clear.
 */
public final class CancelPayment {
    private final UnitOfWork unitOfWork;
    private final PaymentRepository payments;
    private final GatewayAccountRepository accounts;
    private final CancelGateway gateway;
    private final ApplyPaymentOutcome outcomes;
    private final InstantSource clock;

    public CancelPayment(
            UnitOfWork unitOfWork,
            PaymentRepository payments,
            GatewayAccountRepository accounts,
            CancelGateway gateway,
            ApplyPaymentOutcome outcomes,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.accounts = accounts;
        this.gateway = gateway;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    private record Ask(GatewayAccount account, Payment payment) {}

    /**
     * Cancels, and answers the payment as it is afterwards: canceled, or still as it was with the cancel pending when Antom's answer was not clear.
     * Cancelling what is canceled already changes nothing.
     *
     * @throws NotFoundException when the tenant has no such payment in this mode
     * @throws CancelNotPossibleException when it can't be cancelled; Antom is asked only when nothing known stands against it
     */
    public PaymentResource cancel(TenantId tenant, Mode mode, String paymentId) {
        Payment known = unitOfWork.inTenant(tenant, () -> {
            Payment found = payments.find(tenant, paymentId)
                    .filter(payment -> payment.origin().mode() == mode)
                    .orElseThrow(NotFoundException::new);
            Act.about(tenant, paymentId);
            return found;
        });
        return known.status() == PaymentStatus.CANCELED
                ? PaymentResource.of(known)
                : PaymentResource.of(close(tenant, paymentId, Cause.API));
    }

    /** As {@link #cancel}, on the platform's own account: a cancel that is not clear yet, or money that came twice. */
    public void repeat(TenantId tenant, String paymentId) {
        close(tenant, paymentId, Cause.OPERATOR);
    }

    /** As {@link #cancel}, for use cases that close a payment on the way to something else. */
    Payment close(TenantId tenant, String paymentId, Cause cause) {
        Ask ask = unitOfWork.inTenant(tenant, () -> intend(tenant, paymentId, cause));
        if (done(ask.payment())) {
            return ask.payment();
        }
        Outcome<ProviderResult> outcome = gateway.cancel(ask.account(), ask.payment());
        switch (outcome) {
            case Outcome.Confirmed<ProviderResult> done ->
                outcomes.apply(tenant, paymentId, canceled(cause, done.result()));
            case Outcome.Declined<ProviderResult> refused -> {
                if (!done(refuse(tenant, paymentId, refused.result()))) {
                    throw new CancelNotPossibleException(
                            "cancel_refused",
                            CancelRefusals.sentence(refused.result().code()),
                            refused.result());
                }
            }
            case Outcome.Undetermined<ProviderResult> lost ->
                outcomes.change(tenant, paymentId, payment -> {
                    payment.cancelUndetermined(lost.hint(), clock.instant());
                    return payment;
                });
        }
        return unitOfWork.inTenant(
                tenant, () -> payments.find(tenant, paymentId).orElseThrow());
    }

    /** Somebody else's cancel came first, and its money is not here. */
    private static boolean done(Payment payment) {
        return payment.status() == PaymentStatus.CANCELED && !payment.surplusHere();
    }

    private Ask intend(TenantId tenant, String paymentId, Cause cause) {
        Payment intended = outcomes.change(tenant, paymentId, payment -> {
                    if (done(payment)) {
                        return payment;
                    }
                    CancelObstacle obstacle = payment.obstacleToCancel(clock.instant());
                    if (obstacle != CancelObstacle.NONE && payment.state().pendingCancel() == null) {
                        throw new CancelNotPossibleException(obstacle.code(), obstacle.sentence(), null);
                    }
                    payment.requestCancel(cause, clock.instant());
                    return payment;
                })
                .orElseThrow(NotFoundException::new);
        GatewayAccount account = accounts.byId(tenant, intended.origin().gatewayAccountId())
                .orElseThrow(
                        () -> new GatewayNotReadyException(intended.origin().mode()));
        return new Ask(account, intended);
    }

    private Payment refuse(TenantId tenant, String paymentId, ProviderResult result) {
        return outcomes.change(tenant, paymentId, payment -> {
                    payment.cancelRefused(result, clock.instant());
                    return payment;
                })
                .orElseThrow(NotFoundException::new);
    }

    private static PaymentNews canceled(Cause cause, ProviderResult result) {
        return new PaymentNews(PaymentNews.Standing.CANCELED, cause, result, null, null, null, null);
    }
}
