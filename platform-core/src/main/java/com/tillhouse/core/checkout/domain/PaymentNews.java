package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Antom says about one payment, whoever brought it. The fields it did not say are null.
 *
 * @param result Antom's words; null when a person said it
 * @param amount Antom's {@code paymentAmount}, which must equal ours before anything moves
 * @param providerPaymentId Antom's {@code paymentId}
 * @param paidAt when the buyer's money was taken, or only authorised
 * @param authorizedUntil when the authorisation ends (Antom: {@code authExpiryTime})
 * @param followUps refunds and captures that Antom holds beside it; only an answer to a question tells them
 */
public record PaymentNews(
        Standing standing,
        Cause cause,
        @Nullable ProviderResult result,
        @Nullable Money amount,
        @Nullable String providerPaymentId,
        @Nullable String method,
        @Nullable Instant paidAt,
        @Nullable Instant authorizedUntil,
        List<FollowUp> followUps) {

    /** News that tells of no authorisation, refund or capture. */
    public PaymentNews(
            Standing standing,
            Cause cause,
            @Nullable ProviderResult result,
            @Nullable Money amount,
            @Nullable String providerPaymentId,
            @Nullable String method,
            @Nullable Instant paidAt) {
        this(standing, cause, result, amount, providerPaymentId, method, paidAt, null, List.of());
    }

    /** Antom's code; null when a person said it. */
    @Nullable
    String code() {
        return result == null ? null : result.code();
    }

    /** The business state that Antom reports; {@code NOT_STARTED} is its ORDER_NOT_EXIST. */
    public enum Standing {
        NOT_STARTED,
        PROCESSING,
        PAID,
        REFUSED,
        CLOSED,
        CANCELED
    }
}
