package com.tillhouse.core.team.usecase;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;

/**
 * An owner gives a member another role.
 *
 * @param by the owner
 */
public record ChangeRoleCommand(TenantId tenant, PersonId by, PersonId person, Role role) {}
