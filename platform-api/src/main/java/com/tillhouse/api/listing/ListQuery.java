package com.tillhouse.api.listing;

import com.tillhouse.api.problem.ProblemKind;
import com.tillhouse.api.problem.RefusedException;
import com.tillhouse.core.shared.Position;
import com.tillhouse.core.shared.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants of a list.
 *
 * @param filters by the names of the query parameters
 * @param after where to go on; null at the beginning
 */
public record ListQuery(
        Map<String, String> filters, @Nullable Position after, int limit) {
    private static final int EARLIEST = 1970;
    private static final int LATEST = 9999;

    /** The text of a filter, or null. */
    public @Nullable String text(String name) {
        return filters.get(name);
    }

    /** The time in a filter, or null. */
    public @Nullable Instant time(String name) {
        String text = filters.get(name);
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= EARLIEST && time.getYear() <= LATEST) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            throw refuse(name, "not_a_time", "must be ISO 8601 with an offset, such as 2027-01-31T12:00:00Z.");
        }
        throw refuse(name, "out_of_range", "must be a time between 1970 and 9999.");
    }

    /** The lower-case word in a filter as one of these constants, or null. */
    public <E extends Enum<E>> @Nullable E word(String name, Class<E> words) {
        String text = filters.get(name);
        if (text == null) {
            return null;
        }
        return Arrays.stream(words.getEnumConstants())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> refuse(name, "not_allowed", "is not a status of these objects."));
    }

    /** The true or false in a filter, or null. */
    public @Nullable Boolean yes(String name) {
        String text = filters.get(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw refuse(name, "not_allowed", "must be true or false.");
        }
        return text == null ? null : Boolean.valueOf(text);
    }

    static RefusedException refuse(String name, String code, String detail) {
        return new RefusedException(
                ProblemKind.INVALID_PARAMETER,
                "A query parameter can't be used; see errors.",
                List.of(new Violation("/" + name, code, detail)));
    }
}
