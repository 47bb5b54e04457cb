package com.tillhouse.api.access;

import com.tillhouse.core.tenant.ApiClient;
import com.tillhouse.core.tenant.FindApiClient;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Turns a verified token into its caller, if the client it was issued to is still enabled and still the same tenant's in the same mode. */
final class CallerMapper implements Converter<Jwt, CallerToken> {
    private final FindApiClient clients;

    CallerMapper(FindApiClient clients) {
        this.clients = clients;
    }

    @Override
    public CallerToken convert(Jwt token) {
        ApiClient client = clients.enabled(claim(token, "client_id")).orElseThrow(CallerMapper::refused);
        boolean same = client.tenant().toString().equals(claim(token, "tenant"))
                && client.mode().name().equalsIgnoreCase(claim(token, "mode"));
        if (!same) {
            throw refused();
        }
        Set<String> scopes = Arrays.stream(claim(token, "scope").split(" ", -1))
                .filter(client.scopes()::contains)
                .collect(Collectors.toUnmodifiableSet());
        Caller caller = new Caller(client.tenant(), client.mode(), client.clientId(), client.apiVersion(), scopes);
        return new CallerToken(caller, token);
    }

    private static String claim(Jwt token, String name) {
        @Nullable Object value = token.getClaims().get(name);
        if (value instanceof String text) {
            return text;
        }
        throw refused();
    }

    private static InvalidBearerTokenException refused() {
        return new InvalidBearerTokenException("refused");
    }
}
