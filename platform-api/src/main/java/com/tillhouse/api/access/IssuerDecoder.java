package com.tillhouse.api.access;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Checks each token by the rules and keys of the issuer that it names, and by no others. */
final class IssuerDecoder implements JwtDecoder {
    private final JwtDecoder ours;
    private final Map<String, JwtDecoder> outside;

    /** {@code outside} by issuer, as tokens write it. */
    IssuerDecoder(JwtDecoder ours, Map<String, JwtDecoder> outside) {
        this.ours = ours;
        this.outside = Map.copyOf(outside);
    }

    @Override
    public Jwt decode(String token) {
        if (outside.isEmpty()) {
            return ours.decode(token);
        }
        @Nullable String issuer = claimedIssuer(token);
        JwtDecoder decoder = issuer == null ? null : outside.get(issuer);
        return decoder == null ? ours.decode(token) : byOutside(decoder, token);
    }

    /** When the issuer's keys can't be fetched, nobody can tell whether the token is good: it is refused. */
    private static Jwt byOutside(JwtDecoder decoder, String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException e) {
            throw e;
        } catch (JwtException e) {
            throw new BadJwtException("the issuer's keys could not be fetched", e);
        }
    }

    private static @Nullable String claimedIssuer(String token) {
        try {
            var claims = JWTParser.parse(token).getJWTClaimsSet();
            return claims == null ? null : claims.getIssuer();
        } catch (ParseException e) {
            throw new BadJwtException("not a token", e);
        }
    }
}
