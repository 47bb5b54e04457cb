package com.tillhouse.sandbox.protocol;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The two JSON dialects: Antom's camelCase, and the control API's snake_case that knows no unknown property. */
public final class Json {

    /** Antom's messages and the stored documents. */
    public static final JsonMapper PROTOCOL = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The control API. */
    public static final JsonMapper CONTROL = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** @throws JacksonException if the text is not one JSON value */
    public static JsonNode parse(String text) {
        return PROTOCOL.readTree(text);
    }
}
