package com.tillhouse.api.access;

import com.tillhouse.core.trail.domain.Actor;
import com.tillhouse.core.trail.usecase.RecordAct;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the core know on whose behalf it works, under the id that the reply carries. */
final class ActFilter extends OncePerRequestFilter {
    private static final String REQUEST_ID = "Request-Id";
    private static final Pattern ID = Pattern.compile("/[a-z]+_[A-Za-z0-9]+");

    private final RecordAct acts;

    ActFilter(RecordAct acts) {
        this.acts = acts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token)) {
            chain.doFilter(request, response);
            return;
        }
        Actor actor = Actor.apiClient(
                        token.getPrincipal().clientId(),
                        String.valueOf(response.getHeader(REQUEST_ID)),
                        operation(request))
                .from(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
        try {
            acts.record(actor, () -> {
                pass(request, response, chain);
                return actor;
            });
        } catch (PassedOnException e) {
            throw e.failure();
        }
    }

    /** As the idempotency keys name it: {@code POST /v1/payments/{id}/refunds}. */
    private static String operation(HttpServletRequest request) {
        return request.getMethod() + " " + ID.matcher(request.getRequestURI()).replaceAll("/{id}");
    }

    /** Work that is recorded throws one kind of checked exception; a servlet throws two. */
    private static void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException e) {
            throw new PassedOnException(e);
        }
    }

    private static final class PassedOnException extends IOException {
        private static final long serialVersionUID = 1L;
        private final ServletException failure;

        PassedOnException(ServletException failure) {
            super(failure);
            this.failure = failure;
        }

        ServletException failure() {
            return failure;
        }
    }
}
