package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.review.Review;
import java.time.Instant;
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
        return new PaymentState(
                status,
                heard,
                balance,
                next,
                expiresAt,
                paidAt,
                authorization,
                surplus,
                review,
                pendingCancel,
                sequence,
                moves);
    }

    PaymentState until(Instant expires) {
        return new PaymentState(
                status,
                provider,
                balance,
                watch,
                expires,
                paidAt,
                authorization,
                surplus,
                review,
                pendingCancel,
                sequence,
                moves);
    }

    PaymentState paid(Balance captured, Instant at) {
        return new PaymentState(
                status,
                provider,
                captured,
                watch,
                expiresAt,
                at,
                authorization,
                surplus,
                review,
                pendingCancel,
                sequence,
                moves);
    }

    PaymentState holding(Authorization held) {
        return new PaymentState(
                status,
                provider,
                balance,
                watch,
                expiresAt,
                paidAt,
                held,
                surplus,
                review,
                pendingCancel,
                sequence,
                moves);
    }

    /** Nothing more can be captured. */
    PaymentState closed() {
        return authorization == null ? this : holding(authorization.close());
    }

    PaymentState reviewed() {
        return new PaymentState(
                status,
                provider,
                balance,
                watch,
                expiresAt,
                paidAt,
                authorization,
                surplus,
                Review.NONE,
                pendingCancel,
                sequence,
                moves);
    }

    PaymentState inReview(Review next, boolean told) {
        return new PaymentState(
                status,
                provider,
                balance,
                watch,
                expiresAt,
                paidAt,
                authorization,
                surplus,
                next,
                pendingCancel,
                told ? sequence + 1 : sequence,
                moves);
    }

    /** Why a person must look, or null. */
    public @Nullable String reviewReason() {
        return review.reason();
    }

    PaymentState canceling(@Nullable PendingCancel cancel, Watch next) {
        return new PaymentState(
                status,
                provider,
                balance,
                next,
                expiresAt,
                paidAt,
                authorization,
                surplus,
                review,
                cancel,
                sequence,
                moves);
    }

    PaymentState asSurplus() {
        return new PaymentState(
                status,
                provider,
                balance,
                watch,
                expiresAt,
                paidAt,
                authorization,
                true,
                review,
                pendingCancel,
                sequence + 1,
                moves);
    }

    PaymentState moved(PaymentStatus to, boolean told) {
        return new PaymentState(
                to,
                provider,
                balance,
                watch,
                expiresAt,
                paidAt,
                authorization,
                surplus,
                review,
                pendingCancel,
                told ? sequence + 1 : sequence,
                moves + 1);
    }
}
