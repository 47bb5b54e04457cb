package com.tillhouse.core.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a person must look, in its public shape.
 *
 * @param reason stable, for programs
 * @param since when it came up
 * @param explanation a sentence for people
 */
public record ReviewResource(String reason, Instant since, String explanation) {

    /** Of a payment; null when nobody must look. */
    public static @Nullable ReviewResource ofPayment(Review review) {
        return of(review, "payment");
    }

    /** Of a refund; null when nobody must look. */
    public static @Nullable ReviewResource ofRefund(Review review) {
        return of(review, "refund");
    }

    private static @Nullable ReviewResource of(Review review, String object) {
        String reason = review.reason();
        Instant since = review.since();
        return reason == null || since == null
                ? null
                : new ReviewResource(reason, since, ReviewReasons.sentence(reason, object));
    }
}
