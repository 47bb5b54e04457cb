package com.tillhouse.admin.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what another site makes a browser send here: posts (the sign-in form among them) and WebSocket openings with a foreign origin. */
final class SameOriginFilter extends OncePerRequestFilter {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean acts = !READS.contains(request.getMethod()) || request.getHeader("Upgrade") != null;
        if (acts && foreign(request)) {
            // no sendError: the error page would lead on to the sign-in page
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean foreign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        }
        return !sameAuthority(origin, request.getHeader("Host"));
    }

    private static boolean sameAuthority(String origin, @Nullable String host) {
        try {
            return URI.create(origin).getRawAuthority() instanceof String authority && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
