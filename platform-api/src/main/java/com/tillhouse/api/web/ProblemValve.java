package com.tillhouse.api.web;

import com.tillhouse.core.shared.RandomId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What Tomcat says when a request is too broken to reach the app at all, such as a line that is not HTTP. Made by Tomcat from its name. */
public final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String body = """
                {"type":"about:blank","title":"The request is not HTTP that can be read","status":%d,"instance":"","code":"malformed_request","retryable":false}""".formatted(response.getStatus());
        response.setHeader("Request-Id", RandomId.withPrefix("req_"));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("application/problem+json");
        try {
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("the client went away before it was refused", e);
        }
    }
}
