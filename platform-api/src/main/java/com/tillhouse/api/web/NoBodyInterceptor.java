package com.tillhouse.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Refuses a body that is sent to a call that reads none, so that nobody believes that it was heard; nothing and {@code {}} are taken. */
final class NoBodyInterceptor implements HandlerInterceptor {
    private final JsonMapper json;

    NoBodyInterceptor(JsonMapper json) {
        this.json = json;
    }

    private record Nothing() {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object target)
            throws IOException {
        if (target instanceof HandlerMethod method && readsNone(method)) {
            byte[] body = request.getInputStream().readAllBytes();
            if (!new String(body, StandardCharsets.UTF_8).isBlank()) {
                requireNothing(request, body);
            }
        }
        return true;
    }

    private static boolean readsNone(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .noneMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
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
