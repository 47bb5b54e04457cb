package com.tillhouse.core.adapter.json;

import com.tillhouse.core.clientkey.KeySetMapper;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.Violation;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads key sets with the platform's strict JSON. The parser's own words stay inside: they may quote a key. */
public final class JacksonKeySetMapper implements KeySetMapper {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JsonMapper json;

    public JacksonKeySetMapper(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Map<String, Object> read(String text) {
        try {
            Map<String, Object> read = json.readValue(text, OBJECT);
            if (read == null) {
                throw refused();
            }
            return read;
        } catch (JacksonException e) {
            throw refused();
        }
    }

    private static InvalidRequestException refused() {
        return new InvalidRequestException(
                List.of(
                        new Violation(
                                "/jwks",
                                "malformed",
                                "must be a JSON Web Key Set: a JSON object with the list keys, and no member named twice. PEM is not taken.")));
    }
}
