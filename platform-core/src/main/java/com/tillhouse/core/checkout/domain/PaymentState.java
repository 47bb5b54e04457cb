package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.review.Review;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a payment that changes; what an adapter keeps and restores.
 *
 * @param expiresAt when Antom closes the payment if nobody paid
 * @param paidAt when money was taken the first time
 * @param authorization the buyer's money held for captures, or null where nothing was or Antom captures by itself
 * @param surplus a second success of one session
 * @param review whether a person must look, and why
 * @param pendingCancel a cancel under way, or null
 * @param sequence events told so far
 * @param moves steps made so far
 */
public record PaymentState(
        PaymentStatus status,
        Provider provider,
        Balance balance,
        Watch watch,
        Instant expiresAt,
        @Nullable Instant paidAt,
        @Nullable Authorization authorization,
        boolean surplus,
        Review review,
        @Nullable PendingCancel pendingCancel,
        long sequence,
        long moves) {

    static PaymentState created(Balance balance, Watch watch, Instant expiresAt) {
        return new PaymentState(
                PaymentStatus.CREATED,
                Provider.UNKNOWN,
                balance,
                watch,
                expiresAt,
                null,
                null,
                false,
                Review.NONE,
                null,
                0,
                0);
    }

    PaymentState heard(Provider heard, Watch next) {
        return with(draft -> {
            draft.provider = heard;
            draft.watch = next;
        });
    }

    PaymentState until(Instant expires) {
        return with(draft -> draft.expiresAt = expires);
    }

    PaymentState paid(Balance captured, Instant at) {
        return with(draft -> {
            draft.balance = captured;
            draft.paidAt = at;
        });
    }

    PaymentState holding(Authorization held) {
        return with(draft -> draft.authorization = held);
    }

    /** Nothing more can be captured. */
    PaymentState closed() {
        return authorization == null ? this : holding(authorization.close());
    }

    PaymentState reviewed() {
        return with(draft -> draft.review = Review.NONE);
    }

    PaymentState inReview(Review next, boolean told) {
        return with(draft -> {
            draft.review = next;
            draft.sequence = told ? sequence + 1 : sequence;
        });
    }

    PaymentState canceling(@Nullable PendingCancel cancel, Watch next) {
        return with(draft -> {
            draft.pendingCancel = cancel;
            draft.watch = next;
        });
    }

    PaymentState asSurplus() {
        return with(draft -> {
            draft.surplus = true;
            draft.sequence = sequence + 1;
        });
    }

    PaymentState moved(PaymentStatus to, boolean told) {
        return with(draft -> {
            draft.status = to;
            draft.sequence = told ? sequence + 1 : sequence;
            draft.moves = moves + 1;
        });
    }

    /** Why a person must look, or null. */
    public @Nullable String reviewReason() {
        return review.reason();
    }

    private PaymentState with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.state();
    }

    /** A copy in the making. */
    private static final class Draft {
        private PaymentStatus status;
        private Provider provider;
        private Balance balance;
        private Watch watch;
        private Instant expiresAt;
        private @Nullable Instant paidAt;
        private @Nullable Authorization authorization;
        private boolean surplus;
        private Review review;
        private @Nullable PendingCancel pendingCancel;
        private long sequence;
        private long moves;

        Draft(PaymentState of) {
            status = of.status;
            provider = of.provider;
            balance = of.balance;
            watch = of.watch;
            expiresAt = of.expiresAt;
            paidAt = of.paidAt;
            authorization = of.authorization;
            surplus = of.surplus;
            review = of.review;
            pendingCancel = of.pendingCancel;
            sequence = of.sequence;
            moves = of.moves;
        }

        PaymentState state() {
            return new PaymentState(
                    status,
                    provider,
                    balance,
                    watch,
                    expiresAt,
                    paidAt,
                    authorization,
                    surplus,
                    review,
                    pendingCancel,
                    sequence,
                    moves);
        }
    }
}
