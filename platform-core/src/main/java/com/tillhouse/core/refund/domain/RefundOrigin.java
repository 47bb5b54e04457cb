package com.tillhouse.core.refund.domain;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a refund is made with and never changes.
 *
 * @param id Antom's refundRequestId, reused on every repetition
 * @param external made elsewhere, for example in Antom's dashboard
 */
public record RefundOrigin(
        TenantId tenant,
        String id,
        String paymentId,
        String gatewayAccountId,
        Mode mode,
        Money amount,
        @Nullable String reason,
        boolean external,
        Instant createdAt) {

    /** The id under which the platform gives back all of a payment that should not have come; always the same, so that it happens once. */
    public static String returnOf(String paymentId) {
        return "re_" + paymentId.substring(paymentId.indexOf('_') + 1);
    }

    /** True when the platform itself gives back what should not have come. */
    public boolean returnsSurplus() {
        return id.equals(returnOf(paymentId));
    }
}
