package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.port.FollowUpInbox;
import com.tillhouse.core.checkout.port.PaymentGateway;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gateway.GatewayNotReadyException;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.trail.domain.Act;
import java.time.InstantSource;
import java.util.function.Predicate;

/** Asks Antom now what became of a payment, and applies the answer. Used by merchants on demand and by recovery on schedule. */
public final class SyncPayment {
    private final UnitOfWork unitOfWork;
    private final PaymentRepository payments;
    private final GatewayAccountRepository accounts;
    private final PaymentGateway gateway;
    private final ApplyPaymentOutcome outcomes;
    private final FollowUpInbox followUps;
    private final InstantSource clock;

    public SyncPayment(
            UnitOfWork unitOfWork,
            PaymentRepository payments,
            GatewayAccountRepository accounts,
            PaymentGateway gateway,
            ApplyPaymentOutcome outcomes,
            FollowUpInbox followUps,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.accounts = accounts;
        this.gateway = gateway;
        this.outcomes = outcomes;
        this.followUps = followUps;
        this.clock = clock;
    }

    private record Ask(GatewayAccount account, Payment payment) {}

    /**
     * Inquires and answers the payment as it is afterwards. No answer from Antom is no error: the payment stays as it was and is watched.
     *
     * @throws NotFoundException when the tenant has no such payment in this mode
     */
    public PaymentResource sync(TenantId tenant, Mode mode, String paymentId) {
        return ask(tenant, paymentId, payment -> payment.origin().mode() == mode);
    }

    /** As {@link #sync(TenantId, Mode, String)}, for recovery, which looks after both modes. */
    public PaymentResource recover(TenantId tenant, String paymentId) {
        return ask(tenant, paymentId, payment -> true);
    }

    private PaymentResource ask(TenantId tenant, String paymentId, Predicate<Payment> visible) {
        Ask ask = unitOfWork.inTenant(tenant, () -> prepare(tenant, paymentId, visible));
        switch (gateway.inquire(ask.account(), paymentId)) {
            case Outcome.Confirmed<PaymentNews> said -> take(tenant, paymentId, said.value());
            case Outcome.Declined<PaymentNews> refused -> askLater(tenant, paymentId);
            case Outcome.Undetermined<PaymentNews> lost -> askLater(tenant, paymentId);
        }
        return unitOfWork.inTenant(
                tenant,
                () -> payments.find(tenant, paymentId).map(PaymentResource::of).orElseThrow(NotFoundException::new));
    }

    /** One transaction for the payment; what was done with it elsewhere locks in another order and has its own. */
    private void take(TenantId tenant, String paymentId, PaymentNews said) {
        outcomes.apply(tenant, paymentId, said);
        if (!said.followUps().isEmpty()) {
            unitOfWork.runInTenant(tenant, () -> followUps.take(tenant, paymentId, said.followUps()));
        }
    }

    private Ask prepare(TenantId tenant, String paymentId, Predicate<Payment> visible) {
        Payment payment = payments.find(tenant, paymentId).filter(visible).orElseThrow(NotFoundException::new);
        Act.about(tenant, paymentId);
        GatewayAccount account = accounts.byId(tenant, payment.origin().gatewayAccountId())
                .orElseThrow(() -> new GatewayNotReadyException(payment.origin().mode()));
        return new Ask(account, payment);
    }

    private void askLater(TenantId tenant, String paymentId) {
        outcomes.change(tenant, paymentId, payment -> {
            if (payment.state().watch().nextCheckAt() != null) {
                payment.checkedInVain(clock.instant());
            }
            return payment;
        });
    }
}
