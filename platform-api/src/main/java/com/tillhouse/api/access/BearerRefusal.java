package com.tillhouse.api.access;

import com.tillhouse.api.problem.ProblemKind;
import com.tillhouse.api.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Refuses who has no good token; never says what is wrong with it. */
final class BearerRefusal implements AuthenticationEntryPoint {
    private final ProblemWriter writer;

    BearerRefusal(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean tokenSent = failure instanceof OAuth2AuthenticationException;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                tokenSent ? "Bearer realm=\"tillhouse\", error=\"invalid_token\"" : "Bearer realm=\"tillhouse\"");
        writer.write(request, response, ProblemKind.UNAUTHENTICATED);
    }
}
