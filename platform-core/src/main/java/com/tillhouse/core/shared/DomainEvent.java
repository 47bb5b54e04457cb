package com.tillhouse.core.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an object of a tenant, as its merchant will read it.
 *
 * @param type for example {@code payment.succeeded}
 * @param objectId the object it happened to
 * @param sequence grows by one with each event of the object, so that a late copy can be told
 * @param resource the object in its public shape, as the API would answer it at this moment
 * @param notifyUrl where this object's own listener sits, beside the configured endpoints
 */
public record DomainEvent(
        String type,
        Mode mode,
        String objectId,
        long sequence,
        Instant at,
        Object resource,
        @Nullable String notifyUrl) {}
