package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.gateway.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step in the life of a payment, for its history. */
public record PaymentMove(
        long number,
        PaymentStatus from,
        PaymentStatus to,
        Cause cause,
        @Nullable String providerCode,
        Instant at) {}
