package com.tillhouse.api.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Small questions about Java types and their schemas. */
final class Types {
    private static final String NULL = "null";

    private Types() {}

    /** The classes that a type speaks of: itself, or its arguments. */
    static List<Class<?>> mentioned(Type type) {
        if (type instanceof Class<?> plain) {
            return List.of(plain);
        }
        return type instanceof ParameterizedType many
                ? Arrays.stream(many.getActualTypeArguments())
                        .<Class<?>>flatMap(argument -> mentioned(argument).stream())
                        .toList()
                : List.of();
    }

    /** As the JSON mapper writes a name. */
    static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The same, or null. */
    static Schema<?> nullable(Schema<?> schema) {
        if (schema.get$ref() != null) {
            Schema<Object> either = new Schema<>();
            either.addAnyOfItem(schema);
            either.addAnyOfItem(new Schema<>().types(Set.of(NULL)));
            return either;
        }
        Set<String> types = new LinkedHashSet<>();
        if (schema.getTypes() != null) {
            types.addAll(schema.getTypes());
        } else if (schema.getType() != null) {
            types.add(schema.getType());
        }
        types.add(NULL);
        schema.setTypes(types);
        return schema;
    }
}
