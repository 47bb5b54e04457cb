package com.tillhouse.core.checkout.domain;

import org.jspecify.annotations.Nullable;

/**
 * What became of a piece of news.
 *
 * @param reason why it was refused, else null
 */
public record Verdict(Kind kind, @Nullable String reason) {
    /** Moved along the table. */
    public static final Verdict MOVED = new Verdict(Kind.MOVED, null);
    /** Known already, or too early to say. */
    public static final Verdict UNCHANGED = new Verdict(Kind.UNCHANGED, null);

    /** Does not fit, and why. */
    public static Verdict refused(String reason) {
        return new Verdict(Kind.REFUSED, reason);
    }

    /** MOVED along the table, UNCHANGED because known or too early, REFUSED because it does not fit. */
    public enum Kind {
        MOVED,
        UNCHANGED,
        REFUSED
    }
}
