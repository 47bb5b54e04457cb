package com.tillhouse.api.token;

import com.tillhouse.api.ApiSettings;
import com.tillhouse.core.token.FindSigningKeys;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Writes what our access tokens say (RFC 9068, and the tenant and mode of the client). */
final class AccessTokenMapper implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private final FindSigningKeys keys;
    private final ApiSettings settings;

    AccessTokenMapper(FindSigningKeys keys, ApiSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    @Override
    public void customize(JwtEncodingContext token) {
        RegisteredClient client = token.getRegisteredClient();
        ClientSettings owner = client.getClientSettings();
        String tenant = Objects.requireNonNull(owner.getSetting(PlatformClientRepository.TENANT));
        String mode = Objects.requireNonNull(owner.getSetting(PlatformClientRepository.MODE));
        token.getJwsHeader()
                .algorithm(SignatureAlgorithm.ES256)
                .type("at+jwt")
                .keyId(keys.signing().kid());
        token.getClaims()
                .audience(List.of(settings.audience()))
                .claim("client_id", client.getClientId())
                .claim("tenant", tenant)
                .claim("mode", mode.toLowerCase(Locale.ROOT))
                .claim("scope", String.join(" ", new TreeSet<>(token.getAuthorizedScopes())));
    }
}
