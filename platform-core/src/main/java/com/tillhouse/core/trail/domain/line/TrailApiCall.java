package com.tillhouse.core.trail.domain.line;

import com.tillhouse.core.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for something.
 *
 * @param operation such as {@code POST /v1/payments/{id}/refunds}
 * @param madeId what it made of the object, such as a refund
 * @param amount what it asked for
 */
public record TrailApiCall(
        TrailActor by,
        String operation,
        @Nullable String madeId,
        @Nullable Money amount) implements TrailDetail {}
