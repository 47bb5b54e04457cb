package com.tillhouse.api.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.tillhouse.api.ApiSettings;
import com.tillhouse.core.tenant.FindApiClient;
import com.tillhouse.core.tenant.FindTenant;
import java.net.MalformedURLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Which tokens are good: ours, and those of issuers that the operator trusts. Issuer, audience, algorithm and type are pinned for each. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutsideIssuers.class)
class TokenConfiguration {
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int FETCH_MILLISECONDS = 2_000;
    private static final int MOST_BYTES_OF_KEYS = 128 * 1024;

    @Bean
    JwtDecoder accessTokenDecoder(
            JWKSource<SecurityContext> keys, ApiSettings settings, OutsideIssuers others, InstantSource clock) {
        Map<String, JwtDecoder> outside = new HashMap<>();
        others.outsideIssuers().values().forEach(issuer -> {
            OutsideIssuer.require(!issuer.issuer().equals(settings.issuer()), "our own issuer is not an outside one");
            outside.put(issuer.issuer(), outside(issuer, clock));
        });
        JwtDecoder ours = decoder(
                keys,
                Set.of(JWSAlgorithm.ES256),
                Set.of("at+jwt"),
                validator(settings.issuer(), settings.audience(), clock));
        return new IssuerDecoder(ours, outside);
    }

    private static JwtDecoder outside(OutsideIssuer issuer, InstantSource clock) {
        return decoder(
                keysOf(issuer),
                issuer.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toUnmodifiableSet()),
                issuer.types(),
                new DelegatingOAuth2TokenValidator<>(
                        validator(issuer.issuer(), issuer.audience(), clock), new OutsideTokenRules(issuer)));
    }

    /** Keeps the keys for five minutes; an unknown key makes it look again, but at most twice in half a minute. */
    private static JWKSource<SecurityContext> keysOf(OutsideIssuer issuer) {
        try {
            return JWKSourceBuilder.create(
                            issuer.jwksUri().toURL(),
                            new DefaultResourceRetriever(FETCH_MILLISECONDS, FETCH_MILLISECONDS, MOST_BYTES_OF_KEYS))
                    .retrying(true)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("tillhouse.api.outside-issuers: jwks-uri is no URL", e);
        }
    }

    private static JwtDecoder decoder(
            JWKSource<SecurityContext> keys,
            Set<JWSAlgorithm> algorithms,
            Set<String> types,
            OAuth2TokenValidator<Jwt> validator) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                types.stream().map(JOSEObjectType::new).collect(Collectors.toUnmodifiableSet())));
        processor.setJWTClaimsSetVerifier((claims, context) -> requireIssueTime(claims));
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(validator);
        return decoder;
    }

    /** Looked at here, because the library makes one up for a token that has none; all else is the validator's. */
    private static void requireIssueTime(JWTClaimsSet claims) throws BadJWTException {
        if (claims.getIssueTime() == null) {
            throw new BadJWTException("no iat");
        }
    }

    private static OAuth2TokenValidator<Jwt> validator(String issuer, String audience, InstantSource clock) {
        JwtTimestampValidator time = new JwtTimestampValidator(SKEW);
        time.setClock(clock.withZone(ZoneOffset.UTC));
        time.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                time,
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<Collection<String>>(
                        "aud", audiences -> audiences != null && audiences.contains(audience)));
    }

    @Bean
    Converter<Jwt, CallerToken> callers(OutsideIssuers others, FindApiClient clients, FindTenant tenants) {
        Map<String, OutsideCallerMapper> outside = new HashMap<>();
        others.outsideIssuers()
                .forEach(
                        (name, issuer) -> outside.put(issuer.issuer(), new OutsideCallerMapper(name, issuer, tenants)));
        CallerMapper ours = new CallerMapper(clients);
        return new CallersByIssuer(ours, outside);
    }

    /** The decoder has checked the issuer before. */
    private record CallersByIssuer(CallerMapper ours, Map<String, OutsideCallerMapper> outside)
            implements Converter<Jwt, CallerToken> {

        @Override
        public CallerToken convert(Jwt token) {
            OutsideCallerMapper mapper = outside.get(Objects.requireNonNull(token.getClaimAsString("iss")));
            return mapper == null ? ours.convert(token) : mapper.convert(token);
        }
    }
}
