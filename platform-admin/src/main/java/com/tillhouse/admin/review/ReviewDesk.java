package com.tillhouse.admin.review;

import com.tillhouse.admin.access.MemberActs;
import com.tillhouse.admin.access.StepUp;
import com.tillhouse.admin.access.TenantAccess;
import com.tillhouse.admin.approval.ApprovalDesk;
import com.tillhouse.core.approval.domain.Draft;
import com.tillhouse.core.checkout.domain.PaymentFilter;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.checkout.usecase.ApprovablePaymentReview;
import com.tillhouse.core.checkout.usecase.DecidePaymentReview;
import com.tillhouse.core.checkout.usecase.FindCheckout;
import com.tillhouse.core.checkout.usecase.PaymentResource;
import com.tillhouse.core.refund.domain.RefundFilter;
import com.tillhouse.core.refund.domain.RefundStatus;
import com.tillhouse.core.refund.usecase.ApprovableRefundReview;
import com.tillhouse.core.refund.usecase.DecideRefundReview;
import com.tillhouse.core.refund.usecase.FindRefunds;
import com.tillhouse.core.refund.usecase.RefundResource;
import com.tillhouse.core.review.DecideReviewCommand;
import com.tillhouse.core.review.FindReviews;
import com.tillhouse.core.review.ReviewChoice;
import com.tillhouse.core.review.ReviewResource;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.Page;
import com.tillhouse.core.shared.Position;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.Membership;
import com.tillhouse.core.tenant.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The views' only way to reviews. Takes the slug of the address and asks on every call whether the member may see that tenant. */
@Component
public final class ReviewDesk {
    static final int PAGE = 25;
    private static final int MOST_REFUNDS = 100;

    private final TenantAccess access;
    private final FindCheckout checkout;
    private final FindRefunds refunds;
    private final FindReviews reviews;
    private final DecidePaymentReview paymentReviews;
    private final DecideRefundReview refundReviews;
    private final MemberActs acts;
    private final StepUp stepUp;
    private final ApprovalDesk approvals;

    ReviewDesk(
            TenantAccess access,
            FindCheckout checkout,
            FindRefunds refunds,
            FindReviews reviews,
            DecidePaymentReview paymentReviews,
            DecideRefundReview refundReviews,
            MemberActs acts,
            StepUp stepUp,
            ApprovalDesk approvals) {
        this.approvals = approvals;
        this.stepUp = stepUp;
        this.access = access;
        this.checkout = checkout;
        this.refunds = refunds;
        this.reviews = reviews;
        this.paymentReviews = paymentReviews;
        this.refundReviews = refundReviews;
        this.acts = acts;
    }

    Membership business(String slug) {
        return access.require(slug);
    }

    Role role(String slug) {
        return access.require(slug).role();
    }

    /** The refunds of one payment, newest first; at most a hundred. */
    public List<RefundResource> refundsOf(String slug, Mode mode, String paymentId) {
        return refunds.refunds(
                        access.require(slug).tenant(),
                        new RefundFilter(mode, paymentId, null, null, null, null, null, MOST_REFUNDS))
                .items();
    }

    /** What was decided about one payment or refund, newest first. */
    public List<FindReviews.Decided> decisions(String slug, String objectId) {
        return reviews.decisions(access.require(slug).tenant(), objectId);
    }

    Page<ReviewLine> payments(String slug, Mode mode, @Nullable Position after) {
        TenantId tenant = access.require(slug).tenant();
        Page<PaymentResource> page =
                checkout.payments(tenant, new PaymentFilter(mode, null, null, null, true, null, null, after, PAGE));
        return new Page<>(
                page.items().stream()
                        .map(payment -> new ReviewLine(
                                Matter.of(slug, payment), payment.id(), order(tenant, payment.checkoutSession())))
                        .toList(),
                page.next());
    }

    Page<ReviewLine> refunds(String slug, Mode mode, @Nullable Position after) {
        TenantId tenant = access.require(slug).tenant();
        Page<RefundResource> page =
                refunds.refunds(tenant, new RefundFilter(mode, null, null, true, null, null, after, PAGE));
        return new Page<>(
                page.items().stream()
                        .map(refund -> new ReviewLine(
                                Matter.of(slug, refund),
                                refund.payment(),
                                order(
                                        tenant,
                                        checkout.payment(tenant, mode, refund.payment())
                                                .checkoutSession())))
                        .toList(),
                page.next());
    }

    private String order(TenantId tenant, String session) {
        return checkout.orderReferences(tenant, Set.of(session)).getOrDefault(session, "");
    }

    /** What can be decided about it now. */
    List<Option> options(Matter matter) {
        TenantId tenant = access.require(matter.slug()).tenant();
        List<Option> options = new ArrayList<>(List.of(Option.ASK_AGAIN, Option.LEAVE));
        if (matter.kind() == Matter.Kind.PAYMENT) {
            paymentReviews.settlements(tenant, matter.mode(), matter.id()).forEach(end -> options.add(Option.of(end)));
        } else if (matter.status().equals("processing")) {
            Stream.of(RefundStatus.SUCCEEDED, RefundStatus.FAILED).forEach(end -> options.add(Option.of(end)));
        }
        return options;
    }

    /** Settling moves money, so it wants a second factor first. */
    void whenMayDecide(Option option, Runnable decision) {
        if (option.choice() == ReviewChoice.SETTLE) {
            stepUp.then(decision);
        } else {
            decision.run();
        }
    }

    /** Decides, or proposes to where what settles needs two members; answers what has happened. */
    String decide(Matter matter, Option option, String note) {
        ReviewResource review = matter.review();
        if (review == null) {
            throw new NotFoundException();
        }
        if (option.choice() == ReviewChoice.SETTLE && approvals.fourEyes(matter.slug())) {
            Draft draft = matter.kind() == Matter.Kind.PAYMENT
                    ? ApprovablePaymentReview.draft(command(matter, review, option, note, PaymentStatus.class))
                    : ApprovableRefundReview.draft(command(matter, review, option, note, RefundStatus.class));
            approvals.propose(matter.slug(), draft, note);
            return "Proposed. Another member finds it under Approvals.";
        }
        acts.record(() -> {
            if (matter.kind() == Matter.Kind.PAYMENT) {
                paymentReviews.decide(command(matter, review, option, note, PaymentStatus.class));
            } else {
                refundReviews.decide(command(matter, review, option, note, RefundStatus.class));
            }
            return matter;
        });
        return option.done();
    }

    private <S extends Enum<S>> DecideReviewCommand<S> command(
            Matter matter, ReviewResource review, Option option, String note, Class<S> ends) {
        String end = option.settleAs();
        return new DecideReviewCommand<>(
                access.require(matter.slug()).tenant(),
                matter.mode(),
                matter.id(),
                review.reason(),
                review.since(),
                option.choice(),
                end == null ? null : Enum.valueOf(ends, end),
                note,
                access.member().id());
    }
}
