package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as somebody who may enter it meets it.
 *
 * @param slug names the tenant in addresses
 * @param name names it to people
 * @param role what it may do; an operator's is always the least
 * @param visit set for an operator, null for a member
 */
public record Membership(
        TenantId tenant,
        String slug,
        String name,
        Role role,
        @Nullable Visit visit) {

    /** A member's. */
    public Membership(TenantId tenant, String slug, String name, Role role) {
        this(tenant, slug, name, role, null);
    }

    /** True for those who may change how the tenant's checkout behaves: by their role, or as an operator who may act. */
    public boolean changesSettings() {
        return role.changesSettings() || visit != null && visit.acts();
    }
}
