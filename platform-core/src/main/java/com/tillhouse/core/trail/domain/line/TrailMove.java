package com.tillhouse.core.trail.domain.line;

import org.jspecify.annotations.Nullable;

/**
 * A status moved.
 *
 * @param object {@code checkout_session}, {@code payment} or {@code refund}
 * @param cause who brought the news
 * @param resultCode Antom's code that came with it
 * @param by null when nobody said who acted
 */
public record TrailMove(
        String object,
        String from,
        String to,
        String cause,
        @Nullable String resultCode,
        @Nullable TrailActor by) implements TrailDetail {}
