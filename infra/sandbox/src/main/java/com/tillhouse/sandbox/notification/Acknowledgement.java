package com.tillhouse.sandbox.notification;

import com.tillhouse.sandbox.protocol.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Antom's one acknowledgement: status 200 and a result of S and SUCCESS. Everything else is none. */
final class Acknowledgement {

    private Acknowledgement() {}

    /** What keeps this reply from being the acknowledgement; null if nothing does. */
    static @Nullable String problemOf(int status, String body) {
        if (status != 200) {
            return "HTTP status " + status + " instead of 200";
        }
        try {
            JsonNode result = Json.parse(body).path("result");
            boolean fits = result.path("resultStatus").asString("").equals("S")
                    && result.path("resultCode").asString("").equals("SUCCESS");
            return fits ? null : "result.resultStatus is not S, or result.resultCode is not SUCCESS";
        } catch (JacksonException e) {
            return "the body is not JSON";
        }
    }
}
