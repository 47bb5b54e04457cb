package com.tillhouse.core.adapter.antom.wire;

import com.tillhouse.core.gateway.ProviderResult;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads only the {@code result} of a message, strictly: the SDK's parser takes {@code 0} and {@code "s"} for {@code S}. */
final class ResultReader {
    private static final Set<String> STATUSES = Set.of("S", "F", "U");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ResultReader() {}

    /** The result, or empty when this is no JSON object with one. */
    static Optional<ProviderResult> read(String text) {
        try {
            JsonNode result = JSON.readTree(text).path("result");
            String status = textOf(result, "resultStatus");
            String code = textOf(result, "resultCode");
            return status == null || !STATUSES.contains(status)
                    ? Optional.empty()
                    : Optional.of(
                            new ProviderResult(status, code == null ? "" : code, textOf(result, "resultMessage")));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String textOf(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isString() ? value.stringValue() : null;
    }
}
