package com.tillhouse.api;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API answered. */
record Answer(int status, HttpHeaders headers, byte[] bytes) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return JSON.readTree(bytes);
    }

    /** The text at a JSON pointer. */
    String at(String pointer) {
        return json().at(pointer).asString();
    }

    @Nullable
    String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    @Override
    public String toString() {
        return status + " " + headers.map() + "\n" + text();
    }
}
