package com.tillhouse.api.token;

import com.tillhouse.core.tenant.ApiClient;
import com.tillhouse.core.tenant.UseClientSecret;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** Lets a client in by its secret, in the header or in the form; says the same no to a wrong secret and to a client that never was. */
final class SecretCheck implements AuthenticationProvider {
    private static final Set<ClientAuthenticationMethod> METHODS =
            Set.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST);

    private final UseClientSecret secrets;

    SecretCheck(UseClientSecret secrets) {
        this.secrets = secrets;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        if (!(asked instanceof OAuth2ClientAuthenticationToken token)
                || !METHODS.contains(token.getClientAuthenticationMethod())) {
            return null;
        }
        ApiClient client = secrets.use(token.getName(), String.valueOf(token.getCredentials()))
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT));
        return new OAuth2ClientAuthenticationToken(
                PlatformClientRepository.registered(client), token.getClientAuthenticationMethod(), null);
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(type);
    }
}
