package com.tillhouse.api.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.tillhouse.api.ApiSettings;
import com.tillhouse.api.limit.RequestLimits;
import com.tillhouse.core.clientkey.FindClientKeys;
import com.tillhouse.core.clientkey.SpendAssertion;
import com.tillhouse.core.tenant.FindApiClient;
import com.tillhouse.core.tenant.UseClientSecret;
import com.tillhouse.core.token.FindSigningKeys;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import tools.jackson.databind.json.JsonMapper;

/** The token endpoint and its public keys; of all that an authorization server can do, nothing else is open. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServerConfiguration {
    static final String TOKEN = "/oauth2/token";
    static final String KEYS = "/oauth2/jwks";

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServer(
            HttpSecurity http, JsonMapper json, SecretCheck secrets, AssertionCheck assertions, RequestLimits limits)
            throws Exception {
        TokenRefusal refusal = new TokenRefusal(json);
        return http.securityMatcher(TOKEN, KEYS)
                .csrf(csrf -> csrf.disable())
                .oauth2AuthorizationServer(server -> server.clientAuthentication(
                                client -> client.authenticationConverters(known -> {
                                            known.clear();
                                            known.add(new ClientSecretBasicAuthenticationConverter());
                                            known.add(new ClientSecretPostAuthenticationConverter());
                                            known.add(new AssertionRequestMapper());
                                        })
                                        .authenticationProviders(known -> {
                                            known.clear();
                                            known.add(secrets);
                                            known.add(assertions);
                                        })
                                        .errorResponseHandler(refusal))
                        .tokenEndpoint(token -> token.accessTokenRequestConverters(grants -> {
                                    grants.clear();
                                    grants.add(new GrantRequestMapper());
                                })
                                .errorResponseHandler(refusal)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(refusal))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterBefore(new TokenLimitFilter(limits), AuthorizationFilter.class)
                .build();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(ApiSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer())
                .tokenEndpoint(TOKEN)
                .jwkSetEndpoint(KEYS)
                .build();
    }

    @Bean
    RegisteredClientRepository registeredClientRepository(FindApiClient clients) {
        return new PlatformClientRepository(clients);
    }

    @Bean
    SecretCheck secretCheck(UseClientSecret secrets) {
        return new SecretCheck(secrets);
    }

    @Bean
    AssertionCheck assertionCheck(
            FindApiClient clients,
            FindClientKeys keys,
            SpendAssertion used,
            ApiSettings settings,
            InstantSource clock) {
        Set<String> audiences = Set.of(settings.issuer(), settings.issuer() + TOKEN);
        return new AssertionCheck(clients, keys, used, new AssertionRules(audiences, clock));
    }

    @Bean
    OAuth2AuthorizationService authorizationService() {
        return new NoAuthorizationStore();
    }

    @Bean
    JWKSource<SecurityContext> signingKeySource(FindSigningKeys keys) {
        return new SigningKeySource(keys);
    }

    @Bean
    OAuth2TokenGenerator<?> tokenGenerator(
            JWKSource<SecurityContext> source, FindSigningKeys keys, ApiSettings settings, InstantSource clock) {
        JwtGenerator generator = new JwtGenerator(new NimbusJwtEncoder(source));
        generator.setJwtCustomizer(new AccessTokenMapper(keys, settings));
        generator.setClock(clock.withZone(ZoneOffset.UTC));
        return generator;
    }
}
