package com.tillhouse.api.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.tillhouse.api.ApiSettings;
import com.tillhouse.api.problem.ProblemWriter;
import com.tillhouse.core.tenant.FindApiClient;
import com.tillhouse.core.trail.usecase.RecordAct;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who gets in. Issuer, audience, algorithm and type of tokens are pinned; everything below {@code /v1} needs one. */
@Configuration(proxyBeanMethods = false)
class ResourceServerConfiguration implements WebMvcConfigurer {
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final String DESCRIPTION = "/v1/openapi.json";

    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http, JwtDecoder decoder, FindApiClient clients, RecordAct acts, ProblemWriter writer)
            throws Exception {
        BearerRefusal refusal = new BearerRefusal(writer);
        return stateless(http.securityMatcher("/v1/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(DESCRIPTION)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(refusal)
                        .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(new CallerMapper(clients))))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(refusal))
                .addFilterAfter(new ApiVersionFilter(), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new ActFilter(acts), AuthorizationFilter.class)
                .build();
    }

    /** What is left has nothing to protect: pages that explain problems, and addresses that do not exist. */
    @Bean
    @Order(3)
    SecurityFilterChain elsewhere(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher("/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(ResourceServerConfiguration::harden);
    }

    private static void harden(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }

    @Bean
    JwtDecoder accessTokenDecoder(JWKSource<SecurityContext> keys, ApiSettings settings, InstantSource clock) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .jwtProcessorCustomizer(processor ->
                        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"))))
                .build();
        JwtTimestampValidator time = new JwtTimestampValidator(SKEW);
        time.setClock(clock.withZone(ZoneOffset.UTC));
        time.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTypeValidator("at+jwt"),
                time,
                new JwtIssuerValidator(settings.issuer()),
                new JwtClaimValidator<Collection<String>>(
                        "aud", audience -> audience != null && audience.contains(settings.audience()))));
        return decoder;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ScopeInterceptor())
                .addPathPatterns("/v1/**")
                .excludePathPatterns(DESCRIPTION);
    }
}
