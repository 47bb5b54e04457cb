package com.tillhouse.sandbox.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sending of a notification.
 *
 * @param round which of the eight attempts it belongs to, from 1
 * @param sentBody what went over the wire, if a fault changed it; null if it is the notification's own
 * @param status the HTTP status of the reply; null if none came
 * @param problem why it is no acknowledgement; null if it is one
 */
public record DeliveryAttempt(
        int round,
        Instant at,
        String requestTime,
        String signature,
        @Nullable String sentBody,
        @Nullable Integer status,
        @Nullable String reply,
        boolean acknowledged,
        @Nullable String problem) {}
