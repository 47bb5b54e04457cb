package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.TenantId;
import java.time.Instant;

/**
 * A merchant on the platform.
 *
 * @param slug its short name in addresses: lower case letters, digits and hyphens
 * @param name as people read it
 */
public record Tenant(TenantId id, String slug, String name, Instant createdAt) {}
