package com.tillhouse.core.capture.usecase;

import com.tillhouse.core.capture.domain.Capture;
import com.tillhouse.core.capture.domain.CaptureState;
import com.tillhouse.core.shared.Money;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A capture in its public shape: what the API answers and webhooks carry.
 *
 * @param pendingReason why it is still processing: {@code not_sent}, {@code undetermined} or {@code in_process}
 * @param isLast nothing more of the payment will be captured
 * @param failureReason what a merchant should know when Antom refused
 */
public record CaptureResource(
        String id,
        String object,
        boolean livemode,
        String payment,
        String status,
        @Nullable String pendingReason,
        Money amount,
        boolean isLast,
        @Nullable String failureReason,
        CaptureProviderResource provider,
        @Nullable String reviewReason,
        Instant createdAt,
        @Nullable Instant settledAt,
        @Nullable Instant nextCheckAt) {

    /** The capture as it is now. */
    public static CaptureResource of(Capture capture) {
        CaptureState state = capture.state();
        return new CaptureResource(
                capture.id(),
                "capture",
                capture.origin().mode().live(),
                capture.origin().paymentId(),
                lower(state.status()),
                state.pendingReason() == null ? null : lower(state.pendingReason()),
                capture.origin().amount(),
                capture.origin().last(),
                CaptureRefusals.sentence(state),
                CaptureProviderResource.of(state.providerCaptureId(), state.last()),
                state.reviewReason(),
                capture.origin().createdAt(),
                state.settledAt(),
                state.watch().nextCheckAt());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
