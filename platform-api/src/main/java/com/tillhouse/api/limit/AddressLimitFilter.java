package com.tillhouse.api.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts attempts to get a token by the address that they come from, before anything is read. */
final class AddressLimitFilter extends OncePerRequestFilter {
    private final AddressLimits limits;
    private final String path;

    AddressLimitFilter(AddressLimits limits, String path) {
        this.limits = limits;
        this.path = path;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Admission admission = limits.attempt(request.getRemoteAddr());
        if (admission.granted()) {
            chain.doFilter(request, response);
            return;
        }
        admission.tell(response);
        TokenLimitRefusal.write(response);
    }
}
