package com.tillhouse.core.refund.usecase;

import com.tillhouse.core.gateway.ProviderResult;
import org.jspecify.annotations.Nullable;

/** Antom's own id of a refund, and its words about it. */
public record RefundProviderResource(
        @Nullable String refundId,
        @Nullable String resultCode,
        @Nullable String resultStatus,
        @Nullable String message) {
    static RefundProviderResource of(@Nullable String refundId, @Nullable ProviderResult last) {
        return last == null
                ? new RefundProviderResource(refundId, null, null, null)
                : new RefundProviderResource(refundId, last.code(), last.status(), last.message());
    }
}
