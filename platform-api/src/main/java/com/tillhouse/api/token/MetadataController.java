package com.tillhouse.api.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.tillhouse.api.ApiSettings;
import com.tillhouse.core.tenant.Scope;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes the token endpoint (RFC 8414). The library's own description insists on an authorization endpoint, which there is none of. */
@Hidden
@RestController
class MetadataController {
    private final Metadata metadata;

    MetadataController(ApiSettings settings) {
        this.metadata = new Metadata(
                settings.issuer(),
                settings.issuer() + AuthorizationServerConfiguration.TOKEN,
                settings.issuer() + AuthorizationServerConfiguration.KEYS,
                List.of("client_credentials"),
                List.of("client_secret_basic", "client_secret_post", "private_key_jwt"),
                AssertionRules.ALGORITHMS.stream()
                        .map(JWSAlgorithm::getName)
                        .sorted()
                        .toList(),
                List.of(),
                Scope.words().stream().sorted().toList());
    }

    /** As RFC 8414 names it. */
    record Metadata(
            String issuer,
            String tokenEndpoint,
            String jwksUri,
            List<String> grantTypesSupported,
            List<String> tokenEndpointAuthMethodsSupported,
            List<String> tokenEndpointAuthSigningAlgValuesSupported,
            List<String> responseTypesSupported,
            List<String> scopesSupported) {}

    @GetMapping(value = "/.well-known/oauth-authorization-server", produces = MediaType.APPLICATION_JSON_VALUE)
    Metadata read() {
        return metadata;
    }
}
