package com.tillhouse.core.team.domain;

import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member as the others see it.
 *
 * @param name what the person said it is called; null when it never did
 * @param since when it became a member
 * @param lastSignIn when it last signed in to the admin app; null when that is not known
 */
public record TeamMember(
        PersonId person,
        EmailAddress email,
        @Nullable String name,
        Role role,
        Instant since,
        @Nullable Instant lastSignIn) {

    /** The name, or else the address. */
    public String called() {
        return name == null ? email.value() : name;
    }
}
