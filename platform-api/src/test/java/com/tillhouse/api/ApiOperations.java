package com.tillhouse.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be called, as the checked-in description says it. */
final class ApiOperations {
    private static final Path KEPT = Path.of("src/main/resources/openapi/tillhouse-v1.json");
    private static final int DEEPEST = 12;

    private final JsonNode document;

    private ApiOperations(JsonNode document) {
        this.document = document;
    }

    /**
     * One call.
     *
     * @param id {@code operationId}
     * @param path the template, such as {@code /v1/payments/{id}}
     * @param parameters everything but the body
     * @param scopes what a token needs
     * @param fields where in the body something is named, as dotted paths; empty when it takes none
     */
    record Operation(
            String id,
            String method,
            String path,
            List<Parameter> parameters,
            List<String> scopes,
            Set<String> fields,
            boolean hasBody) {

        /** Whether it takes this parameter. */
        boolean takes(String in, String name) {
            return parameters.contains(new Parameter(in, name));
        }
    }

    /** Something that a caller fills in. */
    record Parameter(String in, String name) {
        @Override
        public String toString() {
            return in + " " + name;
        }
    }

    static List<Operation> all() {
        try {
            return new ApiOperations(JsonMapper.shared().readTree(Files.readString(KEPT))).operations();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Operation> operations() {
        List<Operation> found = new ArrayList<>();
        document.at("/paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(method -> found.add(operation(method.getKey(), path.getKey(), method.getValue()))));
        return found;
    }

    private Operation operation(String method, String path, JsonNode said) {
        List<Parameter> parameters = said.at("/parameters")
                .valueStream()
                .map(one ->
                        new Parameter(one.at("/in").asString(), one.at("/name").asString()))
                .toList();
        List<String> scopes = said.at("/security/0/client_credentials")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        Set<String> fields = new TreeSet<>();
        JsonNode body = said.at("/requestBody/content/application~1json/schema");
        collect(body, "", fields, 0);
        return new Operation(
                said.at("/operationId").asString(),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                parameters,
                scopes,
                fields,
                !body.isMissingNode());
    }

    private void collect(JsonNode schema, String place, Set<String> into, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            collect(document.at(reference.substring(1)), place, into, depth + 1);
        }
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            schema.path(choice).valueStream().forEach(one -> collect(one, place, into, depth + 1));
        }
        if (schema.has("items")) {
            collect(schema.path("items"), place, into, depth + 1);
        }
        schema.path("properties").propertyStream().forEach(property -> {
            String name = place.isEmpty() ? property.getKey() : place + "." + property.getKey();
            into.add(name);
            collect(property.getValue(), name, into, depth + 1);
        });
    }
}
