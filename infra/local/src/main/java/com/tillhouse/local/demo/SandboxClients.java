package com.tillhouse.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registers merchants at the sandbox over its control API, as a merchant would in Antom's dashboard.
 *
 * @param base where the sandbox answers
 */
public record SandboxClients(URI base) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Answers the sandbox's public key for this merchant. */
    String register(String clientId, String publicKey, String brand, String logo) {
        String body = JSON.writeValueAsString(
                Map.of("client_id", clientId, "merchant_public_key", publicKey, "brand_name", brand, "logo_url", logo));
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/control/clients"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException("the sandbox does not register " + clientId + ": " + response.body());
            }
            return JSON.readTree(response.body()).path("antom_public_key").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
