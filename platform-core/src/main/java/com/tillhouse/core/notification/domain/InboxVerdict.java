package com.tillhouse.core.notification.domain;

import org.jspecify.annotations.Nullable;

/**
 * What became of a notification.
 *
 * @param reason why it was parked, for a person; else null
 */
public record InboxVerdict(Kind kind, @Nullable String reason) {
    /** It moved its object. */
    public static final InboxVerdict APPLIED = new InboxVerdict(Kind.APPLIED, null);
    /** It said what was known. */
    public static final InboxVerdict UNCHANGED = new InboxVerdict(Kind.UNCHANGED, null);

    /** It could not be applied. */
    public static InboxVerdict parked(String reason) {
        return new InboxVerdict(Kind.PARKED, reason);
    }

    /** APPLIED, UNCHANGED because known, PARKED because it could not be applied. */
    public enum Kind {
        APPLIED,
        UNCHANGED,
        PARKED
    }
}
