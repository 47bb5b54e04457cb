package com.tillhouse.core.trail.domain.line;

import org.jspecify.annotations.Nullable;

/**
 * Antom told us something.
 *
 * @param type Antom's {@code notifyType}
 * @param verdict {@code applied}, {@code unchanged} or {@code parked}
 * @param reason why it was parked
 * @param copies how often it came
 */
public record TrailNotification(
        String id, String type, String verdict, @Nullable String reason, int copies) implements TrailDetail {}
