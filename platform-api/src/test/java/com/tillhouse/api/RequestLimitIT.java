package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.Scope;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is let in, at the real door. */
class RequestLimitIT extends ApiContract {
    private static final int SURELY_TOO_MANY = 200;

    @Test
    void refusesAFloodButNotItsNeighboursAndKeepsNothingOfIt() {
        Shop slow = shop(TenantId.parse(SLOW), Scope.words());
        String token = token(slow);
        String key = UUID.randomUUID().toString();
        Answer refused = flood(token, key);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(429);
        assertThat(refused.at("/code")).isEqualTo("too_many_requests");
        assertThat(refused.at("/retryable")).isEqualTo("true");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(Integer.parseInt(String.valueOf(refused.header("Retry-After"))))
                .isBetween(1, 10);
        assertThat(refused.header("RateLimit-Policy")).contains("\"writes\";q=4;w=4");
        assertThat(refused.header("RateLimit")).contains("\"writes\";r=0;t=");

        Answer other = get(token(shop()), SESSIONS);
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.header("RateLimit-Policy")).contains("\"requests\";q=400000;w=4");

        clock.advance(Duration.ofSeconds(30));
        Answer again = post(token, SESSIONS, key, order("AFTER"));
        assertThat(again.status())
                .as("the refused key was never used: " + again)
                .isEqualTo(201);
        assertThat(again.header("RateLimit")).contains("\"writes\";r=3;");

        long refusedReads = IntStream.range(0, SURELY_TOO_MANY)
                .mapToObj(number -> get(token, SESSIONS))
                .filter(answer -> answer.status() == 429)
                .peek(answer -> assertThat(answer.header("RateLimit")).contains("\"requests\";r=0;"))
                .count();
        assertThat(refusedReads).isGreaterThan(SURELY_TOO_MANY / 2);
        assertThat(get(token + "x", SESSIONS).status()).isEqualTo(401);
        clock.advance(Duration.ofSeconds(30));
        assertThat(get(token, SESSIONS).status()).isEqualTo(200);
    }

    /** A body that breaks a rule only if it is read, under a key that is kept only if the request is let in. */
    private Answer flood(String token, String key) {
        for (int i = 0; i < SURELY_TOO_MANY; i++) {
            Answer answer = post(token, SESSIONS, i == 0 ? "first" : key, "{");
            if (answer.status() != 400) {
                return answer;
            }
        }
        throw new AssertionError("everything was let in");
    }

    @Test
    void keepsRoomWhileOneTenantsRequestsAreWorkedOn() throws IOException {
        Shop crowded = shop(TenantId.parse(CROWDED), Scope.words());
        String token = token(crowded);
        try (Socket first = half(token);
                Socket second = half(token)) {
            // the first look leaves them the time to come in; a look that comes too early would take a place itself
            await().pollDelay(Duration.ofMillis(500))
                    .pollInterval(Duration.ofMillis(500))
                    .atMost(Duration.ofSeconds(4))
                    .untilAsserted(() -> {
                        Answer third = get(token, SESSIONS);
                        assertThat(third.status()).as(third.toString()).isEqualTo(429);
                        assertThat(third.header("Retry-After")).isEqualTo("1");
                    });
            assertThat(get(token(shop()), SESSIONS).status()).isEqualTo(200);
            finish(first);
            finish(second);
        }
        assertThat(get(token, SESSIONS).status()).isEqualTo(200);
    }

    /** A request whose body does not end. */
    private Socket half(String token) throws IOException {
        Socket socket = new Socket("localhost", port);
        String head = "POST " + SESSIONS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nIdempotency-Key: half\r\nContent-Length: 2\r\n"
                + "Connection: close\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void finish(Socket socket) throws IOException {
        socket.getOutputStream().write('}');
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .startsWith("HTTP/1.1 4");
    }
}
