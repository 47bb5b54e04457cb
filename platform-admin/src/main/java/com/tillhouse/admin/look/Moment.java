package com.tillhouse.admin.look;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A point in time, exact and by how long ago it was. */
@Tag("time")
public final class Moment extends HtmlContainer {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss (VV, xxx)", Locale.ENGLISH);

    public Moment(Instant at, Instant now, ZoneId zone) {
        addClassName("moment");
        getElement().setAttribute("datetime", at.toString());
        getElement().setAttribute("title", FULL.format(at.atZone(zone)));
        Span relative = new Span(relative(at, now));
        relative.addClassName("moment-relative");
        Span exact = new Span(EXACT.format(at.atZone(zone)));
        exact.addClassName("moment-exact");
        add(relative, exact);
    }

    /** For example {@code 5 minutes ago}, {@code in 2 hours}, {@code just now}. */
    static String relative(Instant at, Instant now) {
        Duration distance = Duration.between(at, now);
        String length = length(distance.abs());
        if (length.isEmpty()) {
            return "just now";
        }
        return distance.isNegative() ? "in " + length : length + " ago";
    }

    private static String length(Duration distance) {
        if (distance.toDays() > 0) {
            return many(distance.toDays(), "day");
        }
        if (distance.toHours() > 0) {
            return many(distance.toHours(), "hour");
        }
        return distance.toMinutes() > 0 ? many(distance.toMinutes(), "minute") : "";
    }

    private static String many(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
