package com.tillhouse.core.refund.usecase;

import com.tillhouse.core.approval.domain.ApprovalRequiredException;
import com.tillhouse.core.approval.domain.ProposedAct;
import com.tillhouse.core.approval.usecase.RequireApproval;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.domain.RefundStatus;
import com.tillhouse.core.refund.domain.RefundTransitions;
import com.tillhouse.core.refund.port.RefundRepository;
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
import org.jspecify.annotations.Nullable;

/**
 * A person decides about a refund that Antom can't tell about. The decision and what follows from it are one transaction: settled as failed, its
 * reservation is released; settled as succeeded, it counts as given back.
 */
public final class DecideRefundReview {
    private final UnitOfWork unitOfWork;
    private final RefundRepository refunds;
    private final ApplyRefundOutcome outcomes;
    private final RecordReviewDecision decisions;
    private final RequireApproval approvals;
    private final InstantSource clock;

    public DecideRefundReview(
            UnitOfWork unitOfWork,
            RefundRepository refunds,
            ApplyRefundOutcome outcomes,
            RecordReviewDecision decisions,
            RequireApproval approvals,
            InstantSource clock) {
        this.approvals = approvals;
        this.unitOfWork = unitOfWork;
        this.refunds = refunds;
        this.outcomes = outcomes;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * Carries the decision out and answers the refund as it is afterwards.
     *
     * @throws NotFoundException when the tenant has no such refund in this mode
     * @throws NotPermittedException when the person may not decide
     * @throws ApprovalRequiredException when it settles and the tenant wants two members for that
     * @throws ReviewChangedException when the reason it was made for is no longer the one; nothing happens
     * @throws InvalidRequestException when the refund can't become what it is to be settled as
     */
    public RefundResource decide(DecideReviewCommand<RefundStatus> command) {
        TenantId tenant = command.tenant();
        return unitOfWork.inTenant(tenant, () -> {
            find(tenant, command.mode(), command.objectId());
            decisions.requireMayDecide(tenant, command.person());
            if (command.choice() == ReviewChoice.SETTLE) {
                approvals.before(tenant, ProposedAct.REFUND_REVIEW);
            }
            outcomes.change(tenant, command.objectId(), refund -> carryOut(refund, command));
            decisions.keep(command);
            return RefundResource.of(find(tenant, command.mode(), command.objectId()));
        });
    }

    private Refund find(TenantId tenant, Mode mode, String id) {
        return refunds.find(tenant, id)
                .filter(refund -> refund.origin().mode() == mode)
                .orElseThrow(NotFoundException::new);
    }

    private Refund carryOut(Refund refund, DecideReviewCommand<RefundStatus> command) {
        Instant now = clock.instant();
        Review review = refund.state().review();
        review.require(command.reason(), command.since());
        switch (command.choice()) {
            case ASK_AGAIN -> refund.looked(Review.NONE, refund.state().watch().soon(now));
            case LEAVE -> refund.looked(review.leave(), refund.state().watch());
            case SETTLE -> settle(refund, command.settleAs(), now);
        }
        return refund;
    }

    private static void settle(Refund refund, @Nullable RefundStatus end, Instant now) {
        if (end == null || RefundTransitions.edge(refund.status(), end).isEmpty()) {
            Violations found = new Violations();
            found.require(false, "/settle_as", "not_allowed", "can't become this from what it is now.");
            found.throwIfAny();
            return;
        }
        RefundNews.Standing standing =
                end == RefundStatus.SUCCEEDED ? RefundNews.Standing.SUCCEEDED : RefundNews.Standing.FAILED;
        refund.apply(new RefundNews(standing, Cause.OPERATOR, null, null, null, null), now);
    }
}
