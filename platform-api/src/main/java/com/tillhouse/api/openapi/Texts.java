package com.tillhouse.api.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What types and properties mean, from {@code openapi/descriptions.properties}; the core's records can't carry annotations of the door. */
final class Texts {
    private static final String FILE = "/openapi/descriptions.properties";
    private final Properties texts = new Properties();

    Texts() {
        try (InputStream file = Texts.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing on the classpath");
            }
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    String of(Class<?> type) {
        return texts.getProperty(type.getSimpleName());
    }

    /** Gives a property its description and example: its own, else the one that every property of that name shares. */
    void describe(Class<?> type, String property, Schema<?> schema) {
        String own = type.getSimpleName() + "." + property;
        schema.setDescription(texts.getProperty(own, texts.getProperty("*." + property)));
        String example = texts.getProperty(own + "!", texts.getProperty("*." + property + "!"));
        if (example != null) {
            schema.setExample(example);
        }
    }
}
