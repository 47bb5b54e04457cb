package com.tillhouse.core.tenant;

import java.util.UUID;

/** Identifies a person who may sign in, across all tenants. */
public record PersonId(UUID value) {

    /** Parses the canonical text form. */
    public static PersonId parse(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
