package com.tillhouse.api.token;

import com.tillhouse.api.limit.Admission;
import com.tillhouse.api.limit.RequestLimits;
import com.tillhouse.api.limit.TokenLimitRefusal;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts the tokens of a client once it has proved who it is, so that nobody can use them up in its name. */
final class TokenLimitFilter extends OncePerRequestFilter {
    private final RequestLimits limits;

    TokenLimitFilter(RequestLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RegisteredClient client =
                SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2ClientAuthenticationToken known
                        ? known.getRegisteredClient()
                        : null;
        if (client == null) {
            chain.doFilter(request, response);
            return;
        }
        Admission admission = take(client);
        admission.tell(response);
        if (admission.granted()) {
            chain.doFilter(request, response);
        } else {
            TokenLimitRefusal.write(response);
        }
    }

    private Admission take(RegisteredClient client) {
        ClientSettings settings = client.getClientSettings();
        return limits.token(
                TenantId.parse(Objects.requireNonNull(settings.getSetting(PlatformClientRepository.TENANT))),
                Mode.valueOf(Objects.requireNonNull(settings.getSetting(PlatformClientRepository.MODE))),
                client.getClientId());
    }
}
