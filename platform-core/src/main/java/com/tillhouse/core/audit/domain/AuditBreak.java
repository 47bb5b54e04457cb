package com.tillhouse.core.audit.domain;

/**
 * The first place where a chain does not hold.
 *
 * @param number of the entry
 * @param detail in words, with hashes where they tell something
 */
public record AuditBreak(long number, Fault fault, String detail) {

    /** What does not fit. */
    public enum Fault {
        /** A number is missing. */
        GAP,
        /** The entry does not name the one before it. */
        PREVIOUS,
        /** The entry is not as it was written. */
        HASH,
        /** The chain does not end where it should. */
        HEAD,
        /** The chain is not the one that was anchored. */
        ANCHOR
    }
}
