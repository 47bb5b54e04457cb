package com.tillhouse.core.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person must look at an object.
 *
 * @param reason why, as a stable word; null when nobody must
 * @param since when the reason came up; null when nobody must
 * @param left a reason that a person looked at and left as it is; asking about it again tells nothing new
 */
public record Review(
        @Nullable String reason,
        @Nullable Instant since,
        @Nullable String left) {
    /** Nobody must look. */
    public static final Review NONE = new Review(null, null, null);

    /** True when a person must look. */
    public boolean needed() {
        return reason != null;
    }

    /** Something does not fit that was not asked for: a person must look, also at what one left before. */
    public Review told(String why, Instant now) {
        return why.equals(reason) ? this : new Review(why, now, null);
    }

    /** The same found by asking or waiting: without effect when a person looked at exactly this and left it. */
    public Review found(String why, Instant now) {
        return why.equals(reason) || why.equals(left) ? this : new Review(why, now, left);
    }

    /** A person looked and leaves it as it is. */
    public Review leave() {
        return new Review(null, null, reason);
    }

    /**
     * Makes sure that a decision is about what stands now.
     *
     * @throws ReviewChangedException when the reason it was made for is no longer the one, or came up anew
     */
    public void require(String decidedFor, Instant cameUp) {
        if (!decidedFor.equals(reason) || !cameUp.equals(since)) {
            throw new ReviewChangedException();
        }
    }
}
