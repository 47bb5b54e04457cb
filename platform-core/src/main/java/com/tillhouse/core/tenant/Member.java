package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.TenantId;
import java.time.Instant;

/** A person bound to one tenant in one role: the only source of what it may do there. */
public record Member(TenantId tenant, PersonId person, Role role, Instant createdAt) {}
