package com.tillhouse.api.limit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Too many tokens, in the words of OAuth: libraries read {@code error}, and the status and Retry-After say the rest. */
public final class TokenLimitRefusal {
    private static final byte[] BODY =
            "{\"error\":\"temporarily_unavailable\",\"error_description\":\"Too many requests for tokens. A token is good for ten minutes: keep it.\"}"
                    .getBytes(StandardCharsets.US_ASCII);

    private TokenLimitRefusal() {}

    public static void write(HttpServletResponse response) throws IOException {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(BODY.length);
        response.getOutputStream().write(BODY);
    }
}
