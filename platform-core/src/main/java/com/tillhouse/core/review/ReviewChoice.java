package com.tillhouse.core.review;

/** What a person can decide about what needs review. */
public enum ReviewChoice {
    /** Antom is asked soon; if it says the same, a person must look again. */
    ASK_AGAIN,
    /** Somebody looked; it stays as it is. */
    LEAVE,
    /** The person knows what became of it and says so. */
    SETTLE
}
