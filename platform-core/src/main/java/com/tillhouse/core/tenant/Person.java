package com.tillhouse.core.tenant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in. Belongs to no tenant by itself; what it may see is said by its bindings ({@link Member}).
 *
 * @param passwordHash as {@link PasswordVault} made it
 * @param disabledAt since when it may not sign in any more
 */
public record Person(
        PersonId id,
        EmailAddress email,
        String passwordHash,
        Instant createdAt,
        @Nullable Instant disabledAt) {

    /** True while it may sign in. */
    public boolean enabled() {
        return disabledAt == null;
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
