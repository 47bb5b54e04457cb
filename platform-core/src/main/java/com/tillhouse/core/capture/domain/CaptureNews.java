package com.tillhouse.core.capture.domain;

import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Antom says about one capture, whoever brought it. The fields it did not say are null.
 *
 * @param amount must equal ours before anything moves
 * @param providerCaptureId Antom's {@code captureId}
 * @param at when the money was taken
 */
public record CaptureNews(
        Standing standing,
        Cause cause,
        ProviderResult result,
        @Nullable Money amount,
        @Nullable String providerCaptureId,
        @Nullable Instant at) {

    /** The state of a capture at Antom; {@code UNKNOWN_THERE} means that Antom holds no such capture. */
    public enum Standing {
        SUCCEEDED,
        FAILED,
        IN_PROCESS,
        UNKNOWN_THERE
    }
}
