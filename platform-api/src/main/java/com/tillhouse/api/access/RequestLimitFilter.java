package com.tillhouse.api.access;

import com.tillhouse.api.limit.RequestLimits;
import com.tillhouse.api.problem.ProblemKind;
import com.tillhouse.api.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in as much as the caller's tenant and client may send, before a body is read and before anything is kept of the request. */
final class RequestLimitFilter extends OncePerRequestFilter {
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final RequestLimits limits;
    private final ThrottledTokens throttled;
    private final ProblemWriter writer;

    RequestLimitFilter(RequestLimits limits, ThrottledTokens throttled, ProblemWriter writer) {
        this.limits = limits;
        this.throttled = throttled;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token)) {
            chain.doFilter(request, response);
            return;
        }
        Caller caller = token.getPrincipal();
        boolean write = !READS.contains(request.getMethod());
        try (RequestLimits.Place place = limits.enter(caller.tenant(), caller.mode(), caller.clientId(), write)) {
            place.admission().tell(response);
            if (place.admission().granted()) {
                chain.doFilter(request, response);
            } else {
                throttled.remember(String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION)), caller);
                writer.write(request, response, ProblemKind.TOO_MANY_REQUESTS);
            }
        }
    }
}
