package com.tillhouse.admin.audit;

import com.tillhouse.core.audit.domain.AuditFilter;
import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the page is asked for, as it stands in the address. What the address says wrong is as if it were not said.
 *
 * @param mode passed on to the other pages; the trail knows no modes
 * @param action its word
 * @param from first day, in the viewer's zone
 * @param to last day, in the viewer's zone
 */
record AuditQuery(
        String mode,
        @Nullable String action,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static AuditQuery of(QueryParameters given) {
        return new AuditQuery(
                text(given, "mode").filter("live"::equals).orElse("test"),
                text(given, "action").filter(ActionWords.all()::containsKey).orElse(null),
                text(given, "from").map(AuditQuery::day).orElse(null),
                text(given, "to").map(AuditQuery::day).orElse(null));
    }

    AuditQuery unfiltered() {
        return new AuditQuery(mode, null, null, null);
    }

    boolean filtered() {
        return action != null || from != null || to != null;
    }

    /** True when the range can't hold a day. */
    boolean backwards() {
        return from != null && to != null && to.isBefore(from);
    }

    QueryParameters parameters() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("mode", mode);
        say(said, "action", action);
        say(said, "from", from);
        say(said, "to", to);
        return QueryParameters.simple(said);
    }

    AuditFilter filter(ZoneId zone, @Nullable Long before, int limit) {
        return new AuditFilter(action, start(from, zone, 0), start(to, zone, 1), before, limit);
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone, int later) {
        return day == null ? null : day.plusDays(later).atStartOfDay(zone).toInstant();
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
            return day.getYear() >= 2000 && day.getYear() < 2200 ? day : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
