package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** What stands around the API: nothing is open that need not be, and no answer says more than it must. */
class FenceIT extends ApiContract {
    private static final String OUTSIDE = "https://evil.example";

    @LocalManagementPort
    int health;

    @ParameterizedTest
    @ValueSource(strings = {SESSIONS, "/oauth2/token", "/oauth2/jwks", "/.well-known/oauth-authorization-server", "/x"})
    void tellsNoOtherOriginAnything(String path) {
        Answer asked = send(to(path).header("Origin", OUTSIDE)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        Answer read = send(to(path).header("Origin", OUTSIDE).GET());
        for (Answer answer : List.of(asked, read)) {
            assertThat(answer.headers().map().keySet())
                    .as(answer.toString())
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/env",
                "/actuator/heapdump",
                "/h2-console",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/v3/api-docs",
                "/VAADIN/",
                "/.git/config",
                "/WEB-INF/web.xml",
                "/error",
                "/login",
                "/oauth2/authorize",
                "/oauth2/introspect",
                "/userinfo"
            })
    void opensNothingElse(String path) {
        Answer answer = send(to(path).GET());
        assertThat(answer.status()).as(path + "\n" + answer).isIn(401, 404);
        assertSaysLittle(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "PROPFIND", "FOO"})
    void refusesMethodsThatNobodyNeeds(String method) {
        Answer answer = send(to(SESSIONS).header("Secret-Header", "echo-me").method(method, none()));
        assertThat(answer.status()).as(answer.toString()).isBetween(400, 405);
        assertThat(answer.toString()).doesNotContain("echo-me");
        assertSaysLittle(answer);
    }

    private static HttpRequest.BodyPublisher none() {
        return HttpRequest.BodyPublishers.noBody();
    }

    private static void assertSaysLittle(Answer answer) {
        assertThat(answer.toString())
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContainIgnoringCase("spring")
                .doesNotContain("Exception", "org.", "at com.");
        assertThat(answer.header("Server")).isNull();
        if (answer.bytes().length > 0) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void tellsItsHealthOnAPortOfItsOwnAndNothingElseThere() {
        assertThat(health).isNotEqualTo(port);
        Answer up = management("/actuator/health");
        assertThat(up.status()).as(up.toString()).isEqualTo(200);
        assertThat(up.at("/status")).isEqualTo("UP");
        assertThat(up.json().has("components")).isFalse();
        assertThat(management("/actuator/health/readiness").status()).isEqualTo(200);
        for (String path : List.of(
                "/actuator",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/metrics",
                "/actuator/loggers",
                "/actuator/shutdown",
                "/v1/payments",
                "/oauth2/jwks")) {
            assertThat(management(path).status()).as(path).isIn(401, 403, 404);
        }
    }

    private Answer management(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + health + path))
                .GET());
    }

    @Test
    void countsBytesThatWereNotAnnounced() {
        byte[] huge = ("{\"x\":\"" + "y".repeat(400_000) + "\"}").getBytes(StandardCharsets.US_ASCII);
        Answer answer = send(to(SESSIONS)
                .header("Authorization", "Bearer " + token(shop()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "chunked")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge))));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(413);
        Answer form = send(to("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge))));
        assertThat(form.status()).as(form.toString()).isEqualTo(413);
    }

    @Test
    void takesNoParts() {
        String part = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n{}\r\n--x--\r\n";
        Answer answer = send(to(SESSIONS)
                .header("Authorization", "Bearer " + token(shop()))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Idempotency-Key", "parts")
                .POST(HttpRequest.BodyPublishers.ofString(part)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(415);
    }

    @Test
    void refusesFormsThatAreNone() {
        for (String form : List.of("grant_type=%zz", "a=%", "x&".repeat(60))) {
            Answer answer = send(to("/oauth2/token")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
            assertThat(answer.status()).as(form + "\n" + answer).isEqualTo(400);
        }
    }

    @Test
    void doesNotWaitForABodyThatDoesNotCome() throws IOException {
        String token = token(shop());
        assertThat(stall("POST " + SESSIONS, "Authorization: Bearer " + token, "Content-Type: application/json"))
                .startsWith("HTTP/1.1 40")
                .contains("problem+json", "Connection: close");
        assertThat(stall("POST /oauth2/token", "Content-Type: application/x-www-form-urlencoded"))
                .startsWith("HTTP/1.1 40")
                .contains("Connection: close");
        assertThat(get(token, SESSIONS).status()).isEqualTo(200);
    }

    /** Announces a hundred bytes, sends one, and waits for what is said to that. */
    private String stall(String request, String... headers) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            String head = request + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers)
                    + "\r\nContent-Length: 100\r\n\r\nx";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void believesNoForwardedHeaders() {
        Answer metadata = send(to("/.well-known/oauth-authorization-server")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "host=evil.example;proto=https")
                .GET());
        assertThat(metadata.text()).doesNotContain("evil.example");
        Answer listed = send(to(SESSIONS + "?limit=1")
                .header("Authorization", "Bearer " + token(shop()))
                .header("X-Forwarded-Host", "evil.example")
                .GET());
        assertThat(listed.toString()).doesNotContain("evil.example");
    }
}
