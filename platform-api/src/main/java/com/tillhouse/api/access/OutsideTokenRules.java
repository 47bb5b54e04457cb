package com.tillhouse.api.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** Tells an outside issuer's access tokens from its other tokens, and refuses those that live too long. */
final class OutsideTokenRules implements OAuth2TokenValidator<Jwt> {
    /** Only ID tokens and logout tokens carry these. */
    private static final Set<String> OF_OTHER_TOKENS = Set.of("nonce", "at_hash", "c_hash", "s_hash", "events");

    private static final OAuth2TokenValidatorResult REFUSED =
            OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN));

    private final OutsideIssuer issuer;

    OutsideTokenRules(OutsideIssuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        boolean access = OF_OTHER_TOKENS.stream().noneMatch(token::hasClaim)
                && issuer.requiredClaims().entrySet().stream()
                        .allMatch(claim ->
                                claim.getValue().equals(token.getClaims().get(claim.getKey())));
        return access && shortLived(token) ? OAuth2TokenValidatorResult.success() : REFUSED;
    }

    private boolean shortLived(Jwt token) {
        @Nullable Instant issued = token.getIssuedAt();
        @Nullable Instant end = token.getExpiresAt();
        return issued != null && end != null && !end.isAfter(issued.plus(issuer.longestLife()));
    }
}
