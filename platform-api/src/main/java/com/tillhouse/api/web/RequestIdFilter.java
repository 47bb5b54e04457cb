package com.tillhouse.api.web;

import com.tillhouse.core.shared.RandomId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request an id that its reply and its log lines carry, and keeps the caller's trace (W3C {@code traceparent}) beside it. */
final class RequestIdFilter extends OncePerRequestFilter {
    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
    private static final String REQUEST = "request_id";
    private static final String TRACE_ID = "trace_id";
    private static final String PARENT = "parent_span_id";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = RandomId.withPrefix("req_");
        response.setHeader("Request-Id", id);
        MDC.put(REQUEST, id);
        follow(request.getHeader("traceparent"));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(REQUEST);
            MDC.remove(TRACE_ID);
            MDC.remove(PARENT);
        }
    }

    private static void follow(@Nullable String traceparent) {
        if (traceparent == null) {
            return;
        }
        Matcher trace = TRACE.matcher(traceparent);
        if (trace.matches()) {
            MDC.put(TRACE_ID, trace.group(1));
            MDC.put(PARENT, trace.group(2));
        }
    }
}
