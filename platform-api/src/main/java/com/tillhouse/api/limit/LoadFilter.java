package com.tillhouse.api.limit;

import com.tillhouse.api.problem.ProblemKind;
import com.tillhouse.api.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Works on so many requests at once and sends the rest away to come again, rather than slow down for all until nothing is answered. */
final class LoadFilter extends OncePerRequestFilter {
    private final Semaphore places;
    private final ProblemWriter writer;

    LoadFilter(int atOnce, ProblemWriter writer) {
        this.places = new Semaphore(atOnce);
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Admission.SOON));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            writer.write(request, response, ProblemKind.UNAVAILABLE);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}
