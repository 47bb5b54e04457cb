package com.tillhouse.core.refund.domain;

import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Antom says about one refund, whoever brought it. The fields it did not say are null.
 *
 * @param result Antom's words; null when a person said it
 * @param amount must equal ours before anything moves
 * @param providerRefundId Antom's {@code refundId}
 * @param at when the refund reached its end
 */
public record RefundNews(
        Standing standing,
        Cause cause,
        @Nullable ProviderResult result,
        @Nullable Money amount,
        @Nullable String providerRefundId,
        @Nullable Instant at) {

    /** The state of a refund at Antom; {@code UNKNOWN_THERE} means that Antom holds no such refund. */
    public enum Standing {
        SUCCEEDED,
        FAILED,
        IN_PROCESS,
        UNKNOWN_THERE
    }
}
