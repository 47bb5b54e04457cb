package com.tillhouse.api.access;

import com.tillhouse.api.limit.Admission;
import com.tillhouse.api.problem.ProblemKind;
import com.tillhouse.api.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what comes too often anyway before its token is looked at. */
final class ThrottledTokenFilter extends OncePerRequestFilter {
    private final ThrottledTokens tokens;
    private final ProblemWriter writer;

    ThrottledTokenFilter(ThrottledTokens tokens, ProblemWriter writer) {
        this.tokens = tokens;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Admission> refusal = tokens.refusal(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (refusal.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        refusal.get().tell(response);
        writer.write(request, response, ProblemKind.TOO_MANY_REQUESTS);
    }
}
