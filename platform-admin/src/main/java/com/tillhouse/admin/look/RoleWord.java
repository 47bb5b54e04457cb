package com.tillhouse.admin.look;

import com.tillhouse.core.tenant.Role;
import java.util.Locale;

/** What a role is called within a sentence. */
public final class RoleWord {
    private RoleWord() {}

    /** For example {@code developer}. */
    public static String of(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
