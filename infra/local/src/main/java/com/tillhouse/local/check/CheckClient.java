package com.tillhouse.local.check;

import com.tillhouse.local.demo.DemoTenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain HTTP, as anybody outside would speak it. */
final class CheckClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** A call that can be made again. */
    interface Call {
        HttpResponse<String> send() throws InterruptedException;
    }

    HttpResponse<String> get(URI address) throws InterruptedException {
        return send(HttpRequest.newBuilder(address));
    }

    HttpResponse<String> get(URI address, String token) throws InterruptedException {
        return send(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token));
    }

    HttpResponse<String> post(URI address, String body) throws InterruptedException {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** An access token of this merchant's API client. */
    String token(URI api, DemoTenant tenant) throws InterruptedException {
        String credentials = tenant.clientId() + ":" + tenant.clientSecret();
        HttpResponse<String> answer = send(HttpRequest.newBuilder(api.resolve("/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        CheckFailedException.unless(
                answer.statusCode() == 200, "no access token: " + answer.statusCode() + " " + answer.body());
        return json(answer).path("access_token").asString();
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new CheckFailedException(
                    answer.uri() + " answered " + answer.statusCode() + " with something that is not JSON");
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        HttpRequest built = request.timeout(DEADLINE).build();
        try {
            return http.send(built, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new CheckFailedException(built.uri() + " can't be reached: " + e);
        }
    }
}
