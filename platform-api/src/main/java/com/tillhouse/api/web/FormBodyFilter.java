package com.tillhouse.api.web;

import com.tillhouse.api.problem.ProblemKind;
import com.tillhouse.api.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the one form there is, for tokens, before the request takes one of the places of those that are worked on: whoever sends a byte now and
 * then holds a connection, and nothing that others need.
 */
final class FormBodyFilter extends OncePerRequestFilter {
    static final int MOST_BYTES = 16 * 1024;
    private static final String PATH = "/oauth2/token";

    private final ProblemWriter writer;
    private final TimedBody bodies;

    FormBodyFilter(ProblemWriter writer, InstantSource clock) {
        this.writer = writer;
        this.bodies = new TimedBody(MOST_BYTES, clock);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (bodies.read(request.getInputStream(), request.getContentLengthLong())) {
            case TimedBody.Read.Whole whole -> {
                Optional<FormRequest> form = FormRequest.of(request, whole.bytes());
                if (form.isPresent()) {
                    chain.doFilter(form.get(), response);
                } else {
                    refuse(request, response, ProblemKind.MALFORMED_REQUEST);
                }
            }
            case TimedBody.Read.TooLarge large -> refuse(request, response, ProblemKind.BODY_TOO_LARGE);
            case TimedBody.Read.TooLate late -> refuse(request, response, ProblemKind.REQUEST_TIMEOUT);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, ProblemKind kind) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        writer.write(request, response, kind);
    }
}
