package com.tillhouse.api.web;

import com.tillhouse.api.problem.ProblemKind;
import com.tillhouse.api.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the body of a call once, so that nothing behind it can be made to read or to wait without end. Stands behind security. */
final class BodyLimitFilter extends OncePerRequestFilter {
    static final int MOST_BYTES = 256 * 1024;

    private final ProblemWriter writer;
    private final TimedBody bodies;

    BodyLimitFilter(ProblemWriter writer, InstantSource clock) {
        this.writer = writer;
        this.bodies = new TimedBody(MOST_BYTES, clock);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (bodies.read(request.getInputStream(), request.getContentLengthLong())) {
            case TimedBody.Read.Whole whole -> chain.doFilter(new ReadRequest(request, whole.bytes()), response);
            case TimedBody.Read.TooLarge large -> refuse(request, response, ProblemKind.BODY_TOO_LARGE);
            case TimedBody.Read.TooLate late -> refuse(request, response, ProblemKind.REQUEST_TIMEOUT);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, ProblemKind kind) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        writer.write(request, response, kind);
    }
}
