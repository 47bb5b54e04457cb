package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.gateway.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a capture of a payment succeeded.
 *
 * @param last nothing more of the payment will be captured
 */
public record Captured(
        Instant at, boolean last, Cause cause, @Nullable String providerCode) {}
