package com.tillhouse.core.audit.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who did it, and from where; what it was called at that moment.
 *
 * @param kind {@code member}, {@code operator}, {@code api_client}, {@code notification}, {@code recovery}, or {@code platform} for the platform's own commands
 * @param id the person or the API client; null for the platform
 * @param name a person's e-mail address, or the name of an API client
 * @param role a person's role in the tenant
 * @param address the IP address that the request came from; null when there was no request
 * @param agent what the browser or the program said it is, shortened
 */
public record AuditActor(
        String kind,
        @Nullable String id,
        @Nullable String name,
        @Nullable String role,
        @Nullable String address,
        @Nullable String agent) {
    /** The platform itself, by one of its own commands. */
    public static final AuditActor PLATFORM = new AuditActor("platform", null, null, null, null, null);
}
