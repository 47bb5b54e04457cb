package com.tillhouse.api.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.tillhouse.core.config.TillhouseJson;
import com.tillhouse.core.shared.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** JSON from strangers: Tillhouse's own strictness, and texts, times and lists that can't hold anything the platform could not keep. */
public final class ApiJson {

    private ApiJson() {}

    /** The mapper that reads requests. */
    public static JsonMapper mapper() {
        SimpleModule strangers = new SimpleModule("strangers");
        strangers.addDeserializer(String.class, new WholeText());
        strangers.addDeserializer(Instant.class, new WrittenTime());
        return TillhouseJson.mapper()
                .rebuild()
                .addModule(strangers)
                .addMixIn(Money.class, GivenMoney.class)
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .build();
    }

    /** Both halves of an amount must be there. */
    private abstract static class GivenMoney {
        @SuppressWarnings("unused") // read by Jackson
        GivenMoney(@JsonSetter(nulls = Nulls.FAIL) String currency, long value) {}
    }

    /** Text without NUL and without half characters: PostgreSQL keeps neither. */
    private static final class WholeText extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        WholeText() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getString();
            if (text.codePoints().anyMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE)) {
                return context.reportInputMismatch(String.class, "NUL or an unpaired surrogate");
            }
            return text;
        }
    }

    /** A time written out with its offset; never a number. */
    private static final class WrittenTime extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        WrittenTime() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            try {
                return OffsetDateTime.parse(parser.getString()).toInstant();
            } catch (DateTimeException e) {
                return context.reportInputMismatch(Instant.class, "not a time");
            }
        }
    }
}
