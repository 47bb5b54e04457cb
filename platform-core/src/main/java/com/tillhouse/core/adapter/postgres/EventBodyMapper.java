package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.DomainEvent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Renders an event as its merchant will read it: {@code {type, timestamp, api_version, livemode, sequence, data:{object}}}. */
final class EventBodyMapper {
    private static final String API_VERSION = "2026-11-01";
    private static final int LONGEST = 20_000;
    private static final List<String> ESSENTIAL =
            List.of("id", "object", "livemode", "checkout_session", "payment", "order_reference", "status", "amount");
    private final JsonMapper json;

    EventBodyMapper(JsonMapper json) {
        this.json = json;
    }

    /**
     * The body, under 20 kB. An object that is larger is cut to what names it and is marked {@code truncated}, since a move of money must
     * not fail because its message is long; the merchant reads the rest through the API.
     */
    String render(DomainEvent event) {
        JsonNode object = json.valueToTree(event.resource());
        String whole = envelope(event, object);
        return whole.getBytes(StandardCharsets.UTF_8).length < LONGEST ? whole : envelope(event, essence(object));
    }

    private String envelope(DomainEvent event, JsonNode object) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", event.type());
        body.put("timestamp", event.at());
        body.put("api_version", API_VERSION);
        body.put("livemode", event.mode().live());
        body.put("sequence", event.sequence());
        body.put("data", Map.of("object", object));
        return json.writeValueAsString(body);
    }

    private ObjectNode essence(JsonNode object) {
        ObjectNode essence = json.createObjectNode();
        for (String name : ESSENTIAL) {
            JsonNode value = object.get(name);
            if (value != null) {
                essence.set(name, value);
            }
        }
        return essence.put("truncated", true);
    }
}
