package com.tillhouse.core.factor.domain;

/** What came of proving a second factor. */
public enum Proof {
    /** It is the person. */
    FITS,
    /** A code that is wrong, over, or was used before. */
    WRONG,
    /** Too many attempts; this one was not looked at. */
    WAIT
}
