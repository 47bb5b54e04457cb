package com.tillhouse.api.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/**
 * What a client's assertion must say (RFC 7523 §3, and the stricter audience of its revision): who it is twice, one audience that is us, a name of its own, and an end
 * at most five minutes away.
 */
final class AssertionRules {
    /** No others, whatever a header says. */
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    /** An access token or a logout token is no assertion, although its signer may be the same. */
    private static final Set<JOSEObjectType> TYPES =
            Set.of(JOSEObjectType.JWT, new JOSEObjectType("client-authentication+jwt"));

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int LONGEST_ID = 255;

    private final Set<String> audiences;
    private final InstantSource clock;

    AssertionRules(Set<String> audiences, InstantSource clock) {
        this.audiences = audiences;
        this.clock = clock;
    }

    /** Whom the assertion says it is about; nothing is proved yet. */
    static String claimedSubject(String assertion) {
        @Nullable String subject = claims(parse(assertion)).getSubject();
        if (subject == null || subject.isBlank()) {
            throw refused();
        }
        return subject;
    }

    static SignedJWT parse(String assertion) {
        try {
            return SignedJWT.parse(assertion);
        } catch (ParseException e) {
            throw refused();
        }
    }

    static JWTClaimsSet claims(SignedJWT assertion) {
        try {
            return assertion.getJWTClaimsSet();
        } catch (ParseException e) {
            throw refused();
        }
    }

    /** Throws unless the header is one that we take. Keys that it brings along, or addresses of keys, are not looked at. */
    void check(JWSHeader header) {
        boolean good = ALGORITHMS.contains(header.getAlgorithm())
                && (header.getType() == null || TYPES.contains(header.getType()))
                && header.getKeyID() != null
                && header.getCriticalParams() == null;
        require(good);
    }

    /** Throws unless the claims are those of this client, for us, now. */
    void check(JWTClaimsSet claims, String clientId) {
        require(clientId.equals(claims.getIssuer()) && clientId.equals(claims.getSubject()));
        List<String> audience = claims.getAudience();
        require(audience.size() == 1 && audiences.contains(audience.getFirst()));
        @Nullable String id = claims.getJWTID();
        require(id != null && !id.isBlank() && id.length() <= LONGEST_ID);
        checkTimes(claims);
    }

    private void checkTimes(JWTClaimsSet claims) {
        Instant now = clock.instant();
        @Nullable Date end = claims.getExpirationTime();
        require(end != null && now.isBefore(end.toInstant()) && !end.toInstant().isAfter(now.plus(LONGEST_LIFE)));
        require(notAfter(claims.getNotBeforeTime(), now.plus(SKEW)));
        require(notAfter(claims.getIssueTime(), now.plus(SKEW)));
    }

    private static boolean notAfter(@Nullable Date time, Instant latest) {
        return time == null || !time.toInstant().isAfter(latest);
    }

    static void require(boolean holds) {
        if (!holds) {
            throw refused();
        }
    }

    /** Never says what is wrong: whoever forges would learn from it. */
    static OAuth2AuthenticationException refused() {
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }
}
