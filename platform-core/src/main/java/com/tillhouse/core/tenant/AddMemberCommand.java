package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.Violations;

/**
 * Somebody is to become a member of a tenant.
 *
 * @param password used only when the person is new here; 12 to 256 characters
 */
public record AddMemberCommand(TenantId tenant, EmailAddress email, String password, Role role) {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;

    public AddMemberCommand {
        Violations found = new Violations();
        int length = password.codePointCount(0, password.length());
        found.require(length >= SHORTEST, "/password", "too_short", "must have at least " + SHORTEST + " characters.");
        found.require(length <= LONGEST, "/password", "too_long", "must have at most " + LONGEST + " characters.");
        found.throwIfAny();
    }

    @Override
    public String toString() {
        return "AddMemberCommand[" + tenant + ", " + role + "]";
    }
}
