package com.tillhouse.api.listing;

import com.tillhouse.api.access.Caller;
import com.tillhouse.api.problem.ProblemKind;
import com.tillhouse.api.problem.RefusedException;
import com.tillhouse.core.shared.CursorSeal;
import com.tillhouse.core.shared.Page;
import com.tillhouse.core.shared.Position;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a caller wants of a list and wraps what it gets. A cursor remembers the filters it was made with. */
public final class ListMapper {
    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";
    private static final int USUAL = 20;
    private static final int LONGEST = 255;
    private static final int LONGEST_CURSOR = 4096;
    private static final Pattern LIMITS = Pattern.compile("[1-9][0-9]?|100");

    private final CursorSeal seal;
    private final JsonMapper json;

    public ListMapper(CursorSeal seal, JsonMapper json) {
        this.seal = seal;
        this.json = json;
    }

    /** What a cursor carries. */
    record Place(Map<String, String> filters, Position after) {}

    /**
     * Reads the query parameters of a list.
     *
     * @param names of its filters
     * @throws RefusedException for an unknown or repeated parameter, and for a cursor of another list, tenant, mode or filter
     */
    public ListQuery read(HttpServletRequest request, Caller caller, Set<String> names) {
        Map<String, String> filters = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!names.contains(name) && !name.equals(LIMIT) && !name.equals(CURSOR)) {
                throw ListQuery.refuse(name, "unknown_parameter", "is not a parameter of this list.");
            }
            filters.put(name, single(name, values));
        });
        String limit = filters.remove(LIMIT);
        String cursor = filters.remove(CURSOR);
        int size = limit == null ? USUAL : size(limit);
        if (cursor == null) {
            return new ListQuery(filters, null, size);
        }
        Place place = place(request, caller, cursor);
        if (!filters.isEmpty() && !filters.equals(place.filters())) {
            throw new RefusedException(
                    ProblemKind.INVALID_CURSOR,
                    "The cursor was made for other filters; send it alone, or begin again.");
        }
        return new ListQuery(place.filters(), place.after(), size);
    }

    /** Wraps a page, with the address of the next one. */
    public <T> ResponseEntity<ListReply<T>> reply(
            HttpServletRequest request, Caller caller, ListQuery query, Page<T> page) {
        Position next = page.next();
        if (next == null) {
            return ResponseEntity.ok(new ListReply<>(page.items(), false, null));
        }
        String cursor = seal.seal(
                caller.tenant(),
                caller.mode(),
                request.getRequestURI(),
                json.writeValueAsString(new Place(query.filters(), next)));
        String link = "<%s?limit=%d&cursor=%s>; rel=\"next\"".formatted(request.getRequestURI(), query.limit(), cursor);
        return ResponseEntity.ok().header(HttpHeaders.LINK, link).body(new ListReply<>(page.items(), true, cursor));
    }

    private Place place(HttpServletRequest request, Caller caller, String cursor) {
        return seal.open(caller.tenant(), caller.mode(), request.getRequestURI(), cursor)
                .map(content -> json.readValue(content, Place.class))
                .orElseThrow(() -> new RefusedException(
                        ProblemKind.INVALID_CURSOR,
                        "The cursor is not one that this list gave to this tenant and mode."));
    }

    private static String single(String name, String[] values) {
        if (values.length != 1) {
            throw ListQuery.refuse(name, "repeated_parameter", "must be given once.");
        }
        @Nullable String value = values[0];
        int most = name.equals(CURSOR) ? LONGEST_CURSOR : LONGEST;
        boolean clean = value.codePoints()
                .noneMatch(point -> Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
        if (value.isEmpty() || value.length() > most || !clean) {
            throw ListQuery.refuse(name, "malformed", "must have 1 to " + most + " printable characters.");
        }
        return value;
    }

    private static int size(String limit) {
        if (!LIMITS.matcher(limit).matches()) {
            throw ListQuery.refuse(LIMIT, "out_of_range", "must be a whole number from 1 to 100.");
        }
        return Integer.parseInt(limit);
    }
}
