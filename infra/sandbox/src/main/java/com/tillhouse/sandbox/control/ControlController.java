package com.tillhouse.sandbox.control;

import com.tillhouse.sandbox.control.ControlProblemException.Problem;
import com.tillhouse.sandbox.protocol.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The control API's door: http only, JSON in and out, no calls from other sites' pages. */
final class ControlController extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ROOT = "/control";
    private static final int LONGEST_BODY = 256 * 1024;

    private final transient Map<String, ControlResource> resources;

    ControlController(Map<String, ControlResource> resources) {
        this.resources = Map.copyOf(resources);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            refuseStrangers(request);
            ControlCall call = read(request);
            ControlResource resource = resources.get(call.segment(0));
            if (resource == null) {
                throw call.noSuchPath();
            }
            write(HttpServletResponse.SC_OK, "application/json", resource.answer(call), response);
        } catch (ControlProblemException wrong) {
            Problem problem = wrong.problem();
            write(problem.status(), "application/problem+json", problem, response);
        }
    }

    private static void refuseStrangers(HttpServletRequest request) {
        if (request.isSecure()) {
            throw new ControlProblemException(
                    404, "no_such_path", "The control API is not served over https.", null, "Use the http port.");
        }
        String origin = request.getHeader("Origin");
        if (origin != null && !origin.equals("http://" + request.getHeader("Host"))) {
            throw new ControlProblemException(
                    403,
                    "foreign_origin",
                    "A page of " + origin + " may not control the sandbox.",
                    null,
                    "Call it from a program, not from a page of another site.");
        }
    }

    private static ControlCall read(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new ControlProblemException(400, "too_long", "The body is longer than 256 KiB.", "", "Send less.");
        }
        String path = request.getRequestURI().substring(ROOT.length());
        List<String> segments = Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(ControlController::decoded)
                .toList();
        return new ControlCall(
                request.getMethod(),
                segments,
                query(request.getQueryString()),
                new String(body, StandardCharsets.UTF_8));
    }

    private static Map<String, String> query(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        if (query != null) {
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ControlProblemException(
                    400, "malformed", "The address has a broken % sequence: " + text, null, "Encode it again.");
        }
    }

    private static void write(int status, String type, Object body, HttpServletResponse response) throws IOException {
        byte[] bytes = Json.CONTROL.writeValueAsBytes(body);
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
