package com.tillhouse.core.operator.domain;

import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An access of an operator's own that waits or is open, as its console lists it.
 *
 * @param endsAt null while an owner's consent is missing
 */
public record OwnAccess(
        TenantId tenant,
        String id,
        AccessScope scope,
        String reason,
        @Nullable Instant endsAt) {}
