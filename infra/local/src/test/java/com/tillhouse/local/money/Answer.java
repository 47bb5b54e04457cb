package com.tillhouse.local.money;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an HTTP call came back with. */
record Answer(HttpResponse<byte[]> http) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    int status() {
        return http.statusCode();
    }

    boolean good() {
        return status() / 100 == 2;
    }

    String header(String name) {
        return http.headers().firstValue(name).orElse("");
    }

    boolean replayed() {
        return header("Idempotent-Replayed").equals("true");
    }

    String text() {
        return new String(http.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return JSON.readTree(http.body());
    }

    /** The text or number at this pointer. */
    String at(String pointer) {
        return json().at(pointer).asString("");
    }

    @Override
    public String toString() {
        return status() + " " + text();
    }
}
