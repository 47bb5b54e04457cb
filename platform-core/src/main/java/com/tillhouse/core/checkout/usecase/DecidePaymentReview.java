package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.approval.domain.ApprovalRequiredException;
import com.tillhouse.core.approval.domain.ProposedAct;
import com.tillhouse.core.approval.usecase.RequireApproval;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.domain.PaymentSettlements;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.review.DecideReviewCommand;
import com.tillhouse.core.review.RecordReviewDecision;
import com.tillhouse.core.review.Review;
import com.tillhouse.core.review.ReviewChangedException;
import com.tillhouse.core.review.ReviewChoice;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.shared.Violations;
import com.tillhouse.core.tenant.NotPermittedException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person decides about a payment that Antom can't tell about. The decision and what follows from it are one transaction. */
public final class DecidePaymentReview {
    private final UnitOfWork unitOfWork;
    private final PaymentRepository payments;
    private final ApplyPaymentOutcome outcomes;
    private final RecordReviewDecision decisions;
    private final RequireApproval approvals;
    private final InstantSource clock;

    public DecidePaymentReview(
            UnitOfWork unitOfWork,
            PaymentRepository payments,
            ApplyPaymentOutcome outcomes,
            RecordReviewDecision decisions,
            RequireApproval approvals,
            InstantSource clock) {
        this.approvals = approvals;
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.outcomes = outcomes;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** What a person may settle this payment as, as it stands now. */
    public List<PaymentStatus> settlements(TenantId tenant, Mode mode, String paymentId) {
        return unitOfWork.inTenant(tenant, () -> PaymentSettlements.of(find(tenant, mode, paymentId)));
    }

    /**
     * Carries the decision out and answers the payment as it is afterwards.
     *
     * @throws NotFoundException when the tenant has no such payment in this mode
     * @throws NotPermittedException when the person may not decide
     * @throws ApprovalRequiredException when it settles and the tenant wants two members for that
     * @throws ReviewChangedException when the reason it was made for is no longer the one; nothing happens
     * @throws InvalidRequestException when the payment can't become what it is to be settled as
     */
    public PaymentResource decide(DecideReviewCommand<PaymentStatus> command) {
        TenantId tenant = command.tenant();
        return unitOfWork.inTenant(tenant, () -> {
            find(tenant, command.mode(), command.objectId());
            decisions.requireMayDecide(tenant, command.person());
            if (command.choice() == ReviewChoice.SETTLE) {
                approvals.before(tenant, ProposedAct.PAYMENT_REVIEW);
            }
            outcomes.change(tenant, command.objectId(), payment -> carryOut(payment, command));
            decisions.keep(command);
            return PaymentResource.of(find(tenant, command.mode(), command.objectId()));
        });
    }

    private Payment find(TenantId tenant, Mode mode, String id) {
        return payments.find(tenant, id)
                .filter(payment -> payment.origin().mode() == mode)
                .orElseThrow(NotFoundException::new);
    }

    private Payment carryOut(Payment payment, DecideReviewCommand<PaymentStatus> command) {
        Instant now = clock.instant();
        Review review = payment.state().review();
        review.require(command.reason(), command.since());
        switch (command.choice()) {
            case ASK_AGAIN ->
                payment.looked(Review.NONE, payment.state().watch().soon(now));
            case LEAVE -> payment.looked(review.leave(), payment.state().watch());
            case SETTLE -> settle(payment, command.settleAs(), now);
        }
        return payment;
    }

    /** What does not lead to the very end that the person named, such as an end under a capture that is on its way, is no decision. */
    private static void settle(Payment payment, @Nullable PaymentStatus end, Instant now) {
        boolean allowed = end != null && PaymentSettlements.of(payment).contains(end);
        if (end != null && allowed) {
            payment.apply(
                    new PaymentNews(PaymentSettlements.standing(end), Cause.OPERATOR, null, null, null, null, null),
                    now);
        }
        Violations found = new Violations();
        found.require(
                allowed && payment.status() == end,
                "/settle_as",
                "not_allowed",
                "can't become this from what it is now.");
        found.throwIfAny();
    }
}
