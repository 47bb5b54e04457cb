package com.tillhouse.core.shared;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects everything wrong with a request, so that the caller hears of all of it at once. */
public final class Violations {
    private static final int URL_MAX = 2048;
    private final List<Violation> found = new ArrayList<>();

    /** Notes a violation when the rule does not hold. */
    public void require(boolean holds, String pointer, String code, String detail) {
        if (!holds) {
            found.add(new Violation(pointer, code, detail));
        }
    }

    /** A text that must be there, is not blank and has at most {@code max} characters. */
    public void text(String pointer, @Nullable String value, int max) {
        require(value != null && !value.isBlank(), pointer, "required", "must be given and not blank.");
        optionalText(pointer, value, max);
    }

    /** A text that may be absent; at most {@code max} characters, no control characters and no card number. */
    public void optionalText(String pointer, @Nullable String value, int max) {
        if (value == null) {
            return;
        }
        form(pointer, value, max);
        noCard(pointer, !CardNumbers.in(value));
    }

    /** A telephone number, or absent: as a text, but its digits are its own. */
    public void optionalPhone(String pointer, @Nullable String value, int max) {
        if (value == null) {
            return;
        }
        form(pointer, value, max);
        noCard(pointer, !CardNumbers.inPhone(value));
    }

    /** Says nothing of the number, so that it is not written down by way of its refusal. */
    private void noCard(String pointer, boolean none) {
        require(
                none,
                CardNumbers.blotted(pointer),
                "card_number",
                "looks like it holds a card number, which must not be sent or kept here. A number of your own that only looks like one needs letters in between.");
    }

    private void form(String pointer, String value, int max) {
        require(
                value.codePointCount(0, value.length()) <= max,
                pointer,
                "too_long",
                "must have at most " + max + " characters.");
        require(
                value.chars().noneMatch(Character::isISOControl),
                pointer,
                "control_character",
                "must not contain control characters.");
        require(paired(value), pointer, "unpaired_surrogate", "must be well-formed Unicode.");
    }

    /** One of the listed words, or absent. */
    public void optionalWord(String pointer, @Nullable String value, Set<String> allowed) {
        require(
                value == null || allowed.contains(value),
                pointer,
                "not_allowed",
                "must be one of " + String.join(", ", new java.util.TreeSet<>(allowed)) + ".");
    }

    /** An absolute http or https URL without user info, or absent. */
    public void optionalUrl(String pointer, @Nullable String value) {
        if (value == null) {
            return;
        }
        form(pointer, value, URL_MAX);
        require(
                isWebUrl(value),
                pointer,
                "not_a_url",
                "must be an absolute http or https URL with a host and without user info.");
    }

    /** An ISO 8601 date and time with offset, or absent. */
    public void optionalTime(String pointer, @Nullable String value) {
        if (value == null) {
            return;
        }
        try {
            OffsetDateTime.parse(value);
        } catch (DateTimeException e) {
            require(
                    false,
                    pointer,
                    "not_a_time",
                    "must be ISO 8601 with an offset, such as 2027-01-31T12:00:00+08:00.");
        }
    }

    /** A list with at most {@code max} entries. */
    public void atMost(String pointer, Collection<?> values, int max) {
        require(values.size() <= max, pointer, "too_many", "must have at most " + max + " entries.");
    }

    /** Throws what was found, if anything was. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidRequestException(found);
        }
    }

    private static boolean isWebUrl(String value) {
        try {
            URI uri = new URI(value);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean paired(String value) {
        return value.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }
}
