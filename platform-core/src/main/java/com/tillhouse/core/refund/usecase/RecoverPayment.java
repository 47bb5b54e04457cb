package com.tillhouse.core.refund.usecase;

import com.tillhouse.core.checkout.domain.CancelObstacle;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.checkout.domain.SurplusPolicy;
import com.tillhouse.core.checkout.port.CheckoutPolicyStore;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.checkout.usecase.ApplyPaymentOutcome;
import com.tillhouse.core.checkout.usecase.CancelNotPossibleException;
import com.tillhouse.core.checkout.usecase.CancelPayment;
import com.tillhouse.core.checkout.usecase.SyncPayment;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.InstantSource;

/** Does what one payment needs next: repeat a cancel that is not clear, give back a surplus, or ask Antom. Called by recovery when its time has come. */
public final class RecoverPayment {
    private final UnitOfWork unitOfWork;
    private final PaymentRepository payments;
    private final CheckoutPolicyStore policies;
    private final CancelPayment cancel;
    private final RequestRefund refund;
    private final SyncPayment sync;
    private final ApplyPaymentOutcome outcomes;
    private final InstantSource clock;

    public RecoverPayment(
            UnitOfWork unitOfWork,
            PaymentRepository payments,
            CheckoutPolicyStore policies,
            CancelPayment cancel,
            RequestRefund refund,
            SyncPayment sync,
            ApplyPaymentOutcome outcomes,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.policies = policies;
        this.cancel = cancel;
        this.refund = refund;
        this.sync = sync;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    private record Found(Payment payment, SurplusPolicy surplus) {}

    /** Takes the next step for this payment. */
    public void recover(TenantId tenant, String paymentId) {
        Found found = unitOfWork.inTenant(
                tenant,
                () -> new Found(
                        payments.find(tenant, paymentId).orElseThrow(NotFoundException::new),
                        policies.of(tenant).surplus()));
        if (found.payment().state().pendingCancel() != null) {
            repeatCancel(tenant, found);
        } else if (found.payment().surplusHere()) {
            giveBack(tenant, found);
        } else {
            sync.recover(tenant, paymentId);
        }
    }

    /** Antom's refusal is kept by the cancel itself; then money that came twice is refunded, and the rest is asked about as usual. */
    private void repeatCancel(TenantId tenant, Found found) {
        Payment payment = found.payment();
        try {
            cancel.repeat(tenant, payment.id());
        } catch (CancelNotPossibleException e) {
            if (payment.surplusHere() && mustGo(found)) {
                refundOrLeave(tenant, payment);
            } else {
                sync.recover(tenant, payment.id());
            }
        }
    }

    /** What came after a cancel goes back whatever the tenant chose: its merchant wanted no money at all. */
    private static boolean mustGo(Found found) {
        return found.surplus() == SurplusPolicy.RETURN || found.payment().status() == PaymentStatus.CANCELED;
    }

    private void refundAll(TenantId tenant, Payment payment) {
        refund.returnAll(tenant, payment.id(), "surplus payment");
        leave(tenant, payment);
    }

    /** Nothing is left to do but to ask about what can still be captured. */
    private void leave(TenantId tenant, Payment payment) {
        if (payment.hold().capturable()) {
            sync.recover(tenant, payment.id());
        } else {
            outcomes.settle(tenant, payment.id());
        }
    }

    private void giveBack(TenantId tenant, Found found) {
        Payment payment = found.payment();
        boolean untouched = !payment.state().balance().reserved().positive()
                && !payment.state().balance().refunded().positive();
        if (!mustGo(found) || !untouched || payment.hold().capturing()) {
            leave(tenant, payment);
        } else if (payment.obstacleToCancel(clock.instant()) == CancelObstacle.NONE) {
            cancelOrRefund(tenant, payment);
        } else {
            refundOrLeave(tenant, payment);
        }
    }

    /** What is only held can't be refunded: Antom lets go of it in time, and until then it is asked about; after a cancel a person is told. */
    private void refundOrLeave(TenantId tenant, Payment payment) {
        if (payment.state().balance().captured().positive()) {
            refundAll(tenant, payment);
        } else if (payment.hold().capturable()) {
            sync.recover(tenant, payment.id());
        } else {
            outcomes.review(tenant, payment.id(), "authorized_although_canceled");
            outcomes.settle(tenant, payment.id());
        }
    }

    private void cancelOrRefund(TenantId tenant, Payment payment) {
        try {
            cancel.repeat(tenant, payment.id());
        } catch (CancelNotPossibleException e) {
            refundOrLeave(tenant, payment);
        }
    }
}
