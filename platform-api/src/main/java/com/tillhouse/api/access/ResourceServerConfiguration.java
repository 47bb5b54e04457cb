package com.tillhouse.api.access;

import com.tillhouse.api.limit.RequestLimits;
import com.tillhouse.api.problem.ProblemWriter;
import com.tillhouse.core.trail.usecase.RecordAct;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who gets in: everything below {@code /v1} needs a token. */
@Configuration(proxyBeanMethods = false)
class ResourceServerConfiguration implements WebMvcConfigurer {
    private static final String DESCRIPTION = "/v1/openapi.json";

    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http,
            JwtDecoder decoder,
            Converter<Jwt, CallerToken> callers,
            RecordAct acts,
            RequestLimits limits,
            ProblemWriter writer)
            throws Exception {
        BearerRefusal refusal = new BearerRefusal(writer);
        ThrottledTokens throttled = new ThrottledTokens(limits);
        return stateless(http.securityMatcher("/v1/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(DESCRIPTION)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(refusal)
                        .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(callers)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(refusal))
                .addFilterAfter(new ApiVersionFilter(), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new RequestLimitFilter(limits, throttled, writer), ApiVersionFilter.class)
                .addFilterBefore(new ThrottledTokenFilter(throttled, writer), BearerTokenAuthenticationFilter.class)
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

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ScopeInterceptor())
                .addPathPatterns("/v1/**")
                .excludePathPatterns(DESCRIPTION);
    }
}
