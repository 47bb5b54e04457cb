package com.tillhouse.core.capture.usecase;

import com.tillhouse.core.gateway.ProviderResult;
import org.jspecify.annotations.Nullable;

/** Antom's own id of a capture, and its words about it. */
public record CaptureProviderResource(
        @Nullable String captureId,
        @Nullable String resultCode,
        @Nullable String resultStatus,
        @Nullable String message) {
    static CaptureProviderResource of(@Nullable String captureId, @Nullable ProviderResult last) {
        return last == null
                ? new CaptureProviderResource(captureId, null, null, null)
                : new CaptureProviderResource(captureId, last.code(), last.status(), last.message());
    }
}
