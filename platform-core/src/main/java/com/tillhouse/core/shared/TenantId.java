package com.tillhouse.core.shared;

import java.util.UUID;

/** Identifies a tenant, the isolation boundary. First parameter and first column wherever data of a tenant is touched. */
public record TenantId(UUID value) {

    /** Parses the canonical text form, as tokens and routes carry it. */
    public static TenantId parse(String text) {
        return new TenantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
