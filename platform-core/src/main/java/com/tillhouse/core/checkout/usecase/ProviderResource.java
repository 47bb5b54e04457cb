package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.gateway.ProviderResult;
import org.jspecify.annotations.Nullable;

/** Antom's own ids and words, beside ours. */
public record ProviderResource(
        @Nullable String paymentId,
        @Nullable String resultCode,
        @Nullable String resultStatus,
        @Nullable String message) {

    static ProviderResource of(@Nullable String paymentId, @Nullable ProviderResult last) {
        return last == null
                ? new ProviderResource(paymentId, null, null, null)
                : new ProviderResource(paymentId, last.code(), last.status(), last.message());
    }
}
