package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Antom holds beside a payment: a refund or a capture of it (Antom: {@code transactions} of inquiryPayment), made by us or by somebody else.
 *
 * @param id the id it was asked for under ({@code transactionRequestId}), or Antom's own where there is none
 * @param providerId Antom's own id of it
 * @param at when it reached its standing, if told
 */
public record FollowUp(
        Kind kind,
        String id,
        @Nullable String providerId,
        Standing standing,
        Money amount,
        ProviderResult result,
        @Nullable Instant at) {

    /** What was done with the payment. */
    public enum Kind {
        REFUND,
        CAPTURE
    }

    /** How far Antom is with it. */
    public enum Standing {
        SUCCEEDED,
        FAILED,
        IN_PROCESS
    }
}
