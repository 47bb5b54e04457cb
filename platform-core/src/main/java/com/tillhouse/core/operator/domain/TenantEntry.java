package com.tillhouse.core.operator.domain;

import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that an operator sees of a tenant without an access.
 *
 * @param suspendedAt since when its API clients are shut out; null when they are not
 */
public record TenantEntry(
        TenantId id,
        String slug,
        String name,
        Instant createdAt,
        @Nullable Instant suspendedAt) {}
