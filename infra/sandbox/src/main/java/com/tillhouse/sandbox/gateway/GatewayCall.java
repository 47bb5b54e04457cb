package com.tillhouse.sandbox.gateway;

import com.tillhouse.sandbox.protocol.RefusedException;
import com.tillhouse.sandbox.protocol.ResultCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A call as it came over the wire; Accept is not looked at, since Antom's own SDK sends none that fits. */
record GatewayCall(
        String method,
        String uri,
        @Nullable String contentType,
        @Nullable String clientId,
        @Nullable String requestTime,
        @Nullable String signature,
        String body) {

    private static final int LONGEST_BODY = 256 * 1024;

    static GatewayCall read(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new RefusedException(ResultCode.PARAM_ILLEGAL, "The request body is longer than 256 KiB.");
        }
        String query = request.getQueryString();
        return new GatewayCall(
                request.getMethod(),
                query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query,
                request.getContentType(),
                request.getHeader("client-id"),
                request.getHeader("request-time"),
                request.getHeader("signature"),
                new String(body, StandardCharsets.UTF_8));
    }
}
