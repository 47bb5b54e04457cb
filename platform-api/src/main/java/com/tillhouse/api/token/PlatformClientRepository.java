package com.tillhouse.api.token;

import com.tillhouse.core.tenant.ApiClient;
import com.tillhouse.core.tenant.FindApiClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Our API clients, as the authorization server wants them. Disabled clients do not exist here; how a client proves who it is, it is not asked. */
final class PlatformClientRepository implements RegisteredClientRepository {
    static final String TENANT = "tillhouse.tenant";
    static final String MODE = "tillhouse.mode";
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

    private final FindApiClient clients;

    PlatformClientRepository(FindApiClient clients) {
        this.clients = clients;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new IllegalStateException("clients are issued by IssueApiClient, never by the authorization server");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.enabled(clientId)
                .map(PlatformClientRepository::registered)
                .orElse(null);
    }

    static RegisteredClient registered(ApiClient client) {
        return RegisteredClient.withId(client.clientId())
                .clientId(client.clientId())
                .clientName(client.name())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .clientSettings(ClientSettings.builder()
                        .setting(TENANT, client.tenant().toString())
                        .setting(MODE, client.mode().name())
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFE)
                        .build())
                .build();
    }
}
