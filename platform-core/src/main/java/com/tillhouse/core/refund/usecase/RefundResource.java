package com.tillhouse.core.refund.usecase;

import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundState;
import com.tillhouse.core.review.ReviewResource;
import com.tillhouse.core.shared.Money;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A refund in its public shape: what the API answers and webhooks carry.
 *
 * @param pendingReason why it is still processing: {@code not_sent}, {@code undetermined} or {@code in_process}
 * @param failureReason what a merchant should know when Antom refused
 * @param external made elsewhere, for example in Antom's dashboard
 * @param reviewReason why a person must look at it, if so
 * @param review the same with its age and in a sentence
 * @param returnedAt when Antom gave the money back to the merchant after all
 */
public record RefundResource(
        String id,
        String object,
        boolean livemode,
        String payment,
        String status,
        @Nullable String pendingReason,
        Money amount,
        @Nullable String reason,
        @Nullable String failureReason,
        boolean external,
        RefundProviderResource provider,
        @Nullable String reviewReason,
        @Nullable ReviewResource review,
        Instant createdAt,
        @Nullable Instant settledAt,
        @Nullable Instant returnedAt,
        @Nullable Instant nextCheckAt) {

    /** The refund as it is now. */
    public static RefundResource of(Refund refund) {
        RefundState state = refund.state();
        return new RefundResource(
                refund.id(),
                "refund",
                refund.origin().mode().live(),
                refund.origin().paymentId(),
                lower(state.status()),
                state.pendingReason() == null ? null : lower(state.pendingReason()),
                refund.origin().amount(),
                refund.origin().reason(),
                RefundRefusals.sentence(state),
                refund.origin().external(),
                RefundProviderResource.of(state.providerRefundId(), state.last()),
                state.reviewReason(),
                ReviewResource.ofRefund(state.review()),
                refund.origin().createdAt(),
                state.settledAt(),
                state.returnedAt(),
                state.watch().nextCheckAt());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
