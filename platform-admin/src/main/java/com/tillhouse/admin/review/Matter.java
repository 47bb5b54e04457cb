package com.tillhouse.admin.review;

import com.tillhouse.core.checkout.usecase.PaymentResource;
import com.tillhouse.core.refund.usecase.RefundResource;
import com.tillhouse.core.review.ReviewResource;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment or refund as it is looked at for a review.
 *
 * @param review why a person must look; null when nobody must
 */
public record Matter(
        String slug,
        Mode mode,
        Kind kind,
        String id,
        Money amount,
        String status,
        @Nullable ReviewResource review) {

    /** What it is. */
    public enum Kind {
        PAYMENT,
        REFUND
    }

    /** A payment of the business with this slug. */
    public static Matter of(String slug, PaymentResource payment) {
        return new Matter(
                slug,
                mode(payment.livemode()),
                Kind.PAYMENT,
                payment.id(),
                payment.amount(),
                payment.status(),
                payment.review());
    }

    /** A refund of the business with this slug. */
    public static Matter of(String slug, RefundResource refund) {
        return new Matter(
                slug,
                mode(refund.livemode()),
                Kind.REFUND,
                refund.id(),
                refund.amount(),
                refund.status(),
                refund.review());
    }

    private static Mode mode(boolean live) {
        return live ? Mode.LIVE : Mode.TEST;
    }
}
