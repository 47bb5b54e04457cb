package com.tillhouse.core.gateway;

import org.jspecify.annotations.Nullable;

/** What Antom said to one call. Anything but a signed S or a signed F is undetermined: never failed, never repeated blindly. */
public sealed interface Outcome<T> {

    /** A signed S, with what it brought. */
    record Confirmed<T>(T value, ProviderResult result) implements Outcome<T> {}

    /** A signed F: it did not happen and will not. */
    record Declined<T>(ProviderResult result) implements Outcome<T> {}

    /**
     * It may have happened or not.
     *
     * @param hint what an answer said that can't be relied on; for people, never for a decision
     */
    record Undetermined<T>(
            Reason reason, String detail, @Nullable ProviderResult hint) implements Outcome<T> {}

    /** Why an outcome is undetermined. */
    enum Reason {
        /** Held back by us: certainly nothing was sent. */
        NOT_SENT,
        /** Connect or read failed, or the deadline passed. */
        NO_ANSWER,
        /** An answer without a signature, or with half of one. */
        UNSIGNED,
        /** A signature that does not verify. */
        FORGED,
        /** Not HTTP 200, not JSON, too large, or without a known result. */
        UNREADABLE,
        /** A signed U. */
        SAID_UNKNOWN,
        /** Signed S, but about other ids or with fields missing. */
        INCONSISTENT
    }
}
