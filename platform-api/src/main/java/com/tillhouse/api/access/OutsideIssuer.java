package com.tillhouse.api.access;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far another issuer (Keycloak, Entra …) is trusted. Checks itself when made, so that a gap in the settings keeps the app from starting.
 *
 * @param issuer as its tokens write it, exactly
 * @param jwksUri where its public keys are; https, or http on this machine
 * @param audience what its tokens for us name; never one that its ID tokens name too
 * @param tenants ids of the tenants that it may speak for; the single word {@code *} trusts it with all, also with those of others
 * @param algorithms that its tokens may be signed with
 * @param types that its tokens' headers may name; {@code JWT} only for an issuer that knows no {@code at+jwt}
 * @param requiredClaims texts that its access tokens carry and its other tokens do not, such as Keycloak's {@code typ: Bearer}
 * @param tenantClaim the claim that holds the tenant's id
 * @param clientClaim the claim that names the client
 * @param scopeClaim the claim that holds the scopes: a text with blanks between, or a list
 * @param modeClaim the claim that says {@code test} or {@code live}; null when {@code mode} says it
 * @param mode the mode of all its tokens; null when {@code modeClaim} says it
 * @param longestLife tokens that live longer are refused
 */
record OutsideIssuer(
        String issuer,
        URI jwksUri,
        String audience,
        Set<String> tenants,
        @DefaultValue("RS256") Set<String> algorithms,
        @DefaultValue("at+jwt") Set<String> types,
        @DefaultValue Map<String, String> requiredClaims,
        @DefaultValue("tenant") String tenantClaim,
        @DefaultValue("client_id") String clientClaim,
        @DefaultValue("scope") String scopeClaim,
        @Nullable String modeClaim,
        @Nullable Mode mode,
        @DefaultValue("1h") Duration longestLife) {

    private static final Set<String> ALGORITHMS = Set.of("RS256", "PS256", "ES256");
    private static final Set<String> TYPES = Set.of("at+jwt", "JWT");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");
    private static final String ANY_TENANT = "*";

    OutsideIssuer {
        require(!issuer.isBlank() && !audience.isBlank(), "issuer and audience must be given");
        boolean safe = "https".equals(jwksUri.getScheme())
                || "http".equals(jwksUri.getScheme()) && HERE.contains(jwksUri.getHost());
        require(safe, "jwks-uri must be https, or http on this machine");
        require(!algorithms.isEmpty() && ALGORITHMS.containsAll(algorithms), "algorithms must be of " + ALGORITHMS);
        require(!types.isEmpty() && TYPES.containsAll(types), "types must be of " + TYPES);
        require((mode == null) != (modeClaim == null), "either mode or mode-claim must be given");
        require(!tenants.isEmpty(), "tenants must be named, or * for all");
        require(tenants.equals(Set.of(ANY_TENANT)) || !tenants.contains(ANY_TENANT), "* stands alone in tenants");
        require(longestLife.isPositive(), "longest-life must be positive");
    }

    static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("tillhouse.api.outside-issuers: " + rule);
        }
    }

    boolean maySpeakFor(TenantId tenant) {
        return tenants.contains(ANY_TENANT) || tenants.contains(tenant.toString());
    }
}
