package com.tillhouse.core.audit.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Narrows a list of entries, newest first.
 *
 * @param action exactly this one
 * @param from at or after
 * @param until before
 * @param before only entries with a smaller number: where the last slice ended
 */
public record AuditFilter(
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Long before,
        int limit) {}
