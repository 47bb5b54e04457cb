package com.tillhouse.api.openapi;

import com.tillhouse.core.tenant.IssueApiClient;
import com.tillhouse.core.tenant.Scope;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    static final String SCHEME = "client_credentials";

    /** What every answer says of how much is let in. */
    static final Map<String, String> QUOTAS = Map.of(
            "RateLimit-Policy",
            "How much is let in: `q` requests in `w` seconds, for each quota that the request is counted in.",
            "RateLimit",
            "Of each quota: `r` requests are left, and in `t` seconds there are more.");

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Tillhouse API")
                        .version(IssueApiClient.API_VERSION.toString())
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0"))
                        .description("""
                                Opens hosted checkouts and tells what became of them. The tenant and the mode come only from the access token.
                                Amounts are whole numbers of minor units: SGD 6000 is sixty dollars. Refusals are problem+json (RFC 9457).
                                Every reply carries `Request-Id`; name it when you ask for help."""))
                .servers(List.of(new Server().url("/").description("this host")))
                .components(new Components().headers(quotas()).addSecuritySchemes(SCHEME, scheme()));
    }

    private static Map<String, Header> quotas() {
        Map<String, Header> headers = new TreeMap<>();
        QUOTAS.forEach((name, meaning) ->
                headers.put(name, new Header().description(meaning).schema(new StringSchema())));
        return headers;
    }

    private static SecurityScheme scheme() {
        Scopes scopes = new Scopes();
        Arrays.stream(Scope.values())
                .sorted(Comparator.comparing(Scope::word))
                .forEach(scope -> scopes.addString(scope.word(), scope.meaning()));
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("""
                        Client credentials, by `client_secret_basic`, `client_secret_post` or `private_key_jwt`; a token lives ten minutes. \
                        Ask for a new one when it ends, not for each request.""")
                .flows(new OAuthFlows()
                        .clientCredentials(
                                new OAuthFlow().tokenUrl("/oauth2/token").scopes(scopes)));
    }

    @Bean
    OperationCustomizer scopesAndRefusals() {
        return new OperationDescription();
    }

    @Bean
    OpenApiCustomizer shapes() {
        return new ShapeDescription();
    }
}
