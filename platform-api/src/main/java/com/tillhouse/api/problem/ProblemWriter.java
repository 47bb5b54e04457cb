package com.tillhouse.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems where no controller is reached: in filters and for the container's own errors. */
public final class ProblemWriter {
    private final ProblemMapper problems;
    private final JsonMapper json;

    public ProblemWriter(ProblemMapper problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    /** Answers a problem of this kind, without detail. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemKind kind) throws IOException {
        response.setStatus(kind.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = json.writeValueAsBytes(problems.of(kind, null, Echo.of(address(request))));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String address(HttpServletRequest request) {
        Object failed = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }
}
