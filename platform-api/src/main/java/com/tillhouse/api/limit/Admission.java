package com.tillhouse.api.limit;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;

/**
 * Whether a request is let in, and how its quotas stand.
 *
 * @param delay seconds after which it would have a chance; nothing when it is let in
 */
public record Admission(List<Standing> standings, long delay) {
    static final long SOON = 1;

    public Admission {
        standings = List.copyOf(standings);
    }

    static Admission by(List<Standing> standings) {
        return new Admission(
                standings,
                standings.stream()
                        .filter(standing -> !standing.granted())
                        .mapToLong(standing -> Math.max(SOON, standing.seconds()))
                        .max()
                        .orElse(0));
    }

    static Admission tooManyAtOnce() {
        return new Admission(Collections.emptyList(), SOON);
    }

    public boolean granted() {
        return delay == 0;
    }

    /** Says how the quotas stand, and how long to wait when it was refused. */
    public void tell(HttpServletResponse response) {
        if (!standings.isEmpty()) {
            response.setHeader(
                    "RateLimit-Policy", standings.stream().map(Standing::policy).collect(Collectors.joining(", ")));
            response.setHeader(
                    "RateLimit", standings.stream().map(Standing::state).collect(Collectors.joining(", ")));
        }
        if (!granted()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(delay));
        }
    }
}
