package com.tillhouse.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Refuses what a call with {@link NoBody} would not read. */
final class NoBodyInterceptor implements HandlerInterceptor {
    private final JsonMapper json;

    NoBodyInterceptor(JsonMapper json) {
        this.json = json;
    }

    private record Nothing() {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object target)
            throws IOException {
        if (target instanceof HandlerMethod method && method.hasMethodAnnotation(NoBody.class)) {
            byte[] body = request.getInputStream().readAllBytes();
            if (!new String(body, StandardCharsets.UTF_8).isBlank()) {
                requireNothing(request, body);
            }
        }
        return true;
    }

    private void requireNothing(HttpServletRequest request, byte[] body) {
        @Nullable Nothing read;
        try {
            read = json.readValue(body, Nothing.class);
        } catch (JacksonException e) {
            throw unreadable(request, e);
        }
        if (read == null) {
            throw unreadable(request, null);
        }
    }

    private static HttpMessageNotReadableException unreadable(
            HttpServletRequest request, @Nullable JacksonException cause) {
        return new HttpMessageNotReadableException(
                "this call takes no body", cause, new ServletServerHttpRequest(request));
    }
}
