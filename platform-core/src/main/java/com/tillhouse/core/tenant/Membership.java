package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.TenantId;

/**
 * A tenant as one of its members meets it.
 *
 * @param slug names the tenant in addresses
 * @param name names it to people
 */
public record Membership(TenantId tenant, String slug, String name, Role role) {}
