package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.approval.domain.Draft;
import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.approval.domain.ProposedAct;
import com.tillhouse.core.approval.port.ApprovableAct;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.review.DecideReviewCommand;
import com.tillhouse.core.review.ReviewDraft;
import com.tillhouse.core.shared.TenantId;

/** Settling a payment that Antom can't tell about, when another member has to approve it. The decision stays that of whoever proposed it. */
public final class ApprovablePaymentReview implements ApprovableAct {
    private final PaymentRepository payments;
    private final DecidePaymentReview decide;

    public ApprovablePaymentReview(PaymentRepository payments, DecidePaymentReview decide) {
        this.payments = payments;
        this.decide = decide;
    }

    /** The command as a draft. */
    public static Draft draft(DecideReviewCommand<PaymentStatus> command) {
        return ReviewDraft.of(ProposedAct.PAYMENT_REVIEW, command);
    }

    @Override
    public ProposedAct act() {
        return ProposedAct.PAYMENT_REVIEW;
    }

    @Override
    public String basis(TenantId tenant, Draft draft) {
        return payments.find(tenant, draft.objectId())
                .map(payment ->
                        ReviewDraft.basis(payment.status(), payment.state().review()))
                .orElse(ReviewDraft.NOTHING);
    }

    @Override
    public Runnable prepared(Proposal proposal) {
        return () -> decide.decide(ReviewDraft.command(proposal, PaymentStatus.class));
    }
}
