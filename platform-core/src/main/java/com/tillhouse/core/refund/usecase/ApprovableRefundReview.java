package com.tillhouse.core.refund.usecase;

import com.tillhouse.core.approval.domain.Draft;
import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.approval.domain.ProposedAct;
import com.tillhouse.core.approval.port.ApprovableAct;
import com.tillhouse.core.refund.domain.RefundStatus;
import com.tillhouse.core.refund.port.RefundRepository;
import com.tillhouse.core.review.DecideReviewCommand;
import com.tillhouse.core.review.ReviewDraft;
import com.tillhouse.core.shared.TenantId;

/** Settling a refund that Antom can't tell about, when another member has to approve it. The decision stays that of whoever proposed it. */
public final class ApprovableRefundReview implements ApprovableAct {
    private final RefundRepository refunds;
    private final DecideRefundReview decide;

    public ApprovableRefundReview(RefundRepository refunds, DecideRefundReview decide) {
        this.refunds = refunds;
        this.decide = decide;
    }

    /** The command as a draft. */
    public static Draft draft(DecideReviewCommand<RefundStatus> command) {
        return ReviewDraft.of(ProposedAct.REFUND_REVIEW, command);
    }

    @Override
    public ProposedAct act() {
        return ProposedAct.REFUND_REVIEW;
    }

    @Override
    public String basis(TenantId tenant, Draft draft) {
        return refunds.find(tenant, draft.objectId())
                .map(refund -> ReviewDraft.basis(refund.status(), refund.state().review()))
                .orElse(ReviewDraft.NOTHING);
    }

    @Override
    public Runnable prepared(Proposal proposal) {
        return () -> decide.decide(ReviewDraft.command(proposal, RefundStatus.class));
    }
}
