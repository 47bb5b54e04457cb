package com.tillhouse.api.token;

import com.tillhouse.core.tenant.ApiClient;
import com.tillhouse.core.tenant.FindApiClient;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Our API clients, as the authorization server wants them. Disabled clients do not exist here; secrets that ended are left out. */
final class PlatformClientRepository implements RegisteredClientRepository {
    static final String TENANT = "tillhouse.tenant";
    static final String MODE = "tillhouse.mode";
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

    private final FindApiClient clients;
    private final InstantSource clock;

    PlatformClientRepository(FindApiClient clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
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
        return clients.enabled(clientId).map(this::registered).orElse(null);
    }

    private RegisteredClient registered(ApiClient client) {
        return RegisteredClient.withId(client.clientId())
                .clientId(client.clientId())
                .clientName(client.name())
                .clientSecret(SecretHashEncoder.stored(client.liveSecrets(clock.instant())))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
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
