package com.tillhouse.admin.money;

import com.tillhouse.core.shared.Mode;
import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for, as it stands in the address. What the address says wrong is as if it were not said.
 *
 * @param status a status in small letters
 * @param from first day, in the viewer's zone
 * @param to last day, in the viewer's zone
 */
record ListQuery(
        Mode mode,
        @Nullable String status,
        @Nullable String reference,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    private static final int REFERENCE_MAX = 64;

    static ListQuery of(QueryParameters given) {
        return new ListQuery(
                modeOf(given),
                text(given, "status").orElse(null),
                text(given, "reference")
                        .filter(text -> text.length() <= REFERENCE_MAX)
                        .orElse(null),
                text(given, "from").map(ListQuery::day).orElse(null),
                text(given, "to").map(ListQuery::day).orElse(null));
    }

    /** Test unless the address says live. */
    static Mode modeOf(QueryParameters given) {
        return given.getSingleParameter("mode").filter("live"::equals).isPresent() ? Mode.LIVE : Mode.TEST;
    }

    static QueryParameters ofMode(boolean live) {
        return QueryParameters.of("mode", live ? "live" : "test");
    }

    QueryParameters parameters() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("mode", mode.name().toLowerCase(Locale.ROOT));
        say(said, "status", status);
        say(said, "reference", reference);
        say(said, "from", from);
        say(said, "to", to);
        return QueryParameters.simple(said);
    }

    boolean filtered() {
        return status != null || reference != null || from != null || to != null;
    }

    /** True when the range can't hold a day. */
    boolean backwards() {
        return from != null && to != null && to.isBefore(from);
    }

    <E extends Enum<E>> @Nullable E statusAs(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(status))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Instant start(ZoneId zone) {
        return from == null ? null : from.atStartOfDay(zone).toInstant();
    }

    @Nullable
    Instant end(ZoneId zone) {
        return to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static void say(Map<String, String> said, String name, @Nullable Object value) {
        if (value != null) {
            said.put(name, value.toString());
        }
    }

    private static Optional<String> text(QueryParameters given, String name) {
        return given.getSingleParameter(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static @Nullable LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() >= 2000 && day.getYear() < 3000 ? day : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
