package com.tillhouse.api.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads a client's signed assertion (RFC 7521 §4.2). The client id beside it may be left out: the assertion names it. */
final class AssertionRequestMapper implements AuthenticationConverter {
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final int LONGEST = 8192;

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (request.getParameter(OAuth2ParameterNames.CLIENT_ASSERTION) == null
                && request.getParameter(OAuth2ParameterNames.CLIENT_ASSERTION_TYPE) == null) {
            return null;
        }
        require(request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) == null);
        require(JWT_BEARER.equals(single(request, OAuth2ParameterNames.CLIENT_ASSERTION_TYPE)));
        String assertion = single(request, OAuth2ParameterNames.CLIENT_ASSERTION);
        require(assertion.length() <= LONGEST);
        String clientId = request.getParameter(OAuth2ParameterNames.CLIENT_ID) == null
                ? AssertionRules.claimedSubject(assertion)
                : single(request, OAuth2ParameterNames.CLIENT_ID);
        return new OAuth2ClientAuthenticationToken(
                clientId, ClientAuthenticationMethod.PRIVATE_KEY_JWT, assertion, Map.of());
    }

    private static String single(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        require(values != null && values.length == 1 && !values[0].isBlank());
        return request.getParameter(name);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
    }
}
