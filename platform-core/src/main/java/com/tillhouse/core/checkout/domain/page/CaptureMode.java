package com.tillhouse.core.checkout.domain.page;

import org.jspecify.annotations.Nullable;

/** Who takes the money of an authorised payment (Antom: captureMode). */
public enum CaptureMode {
    /** Antom, by itself, as soon as the buyer has paid. */
    AUTOMATIC,
    /** The merchant, by captures. */
    MANUAL;

    /** As it was asked for; AUTOMATIC when nothing was said. */
    static CaptureMode of(@Nullable String written) {
        return written == null ? AUTOMATIC : valueOf(written);
    }
}
