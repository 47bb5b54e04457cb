package com.tillhouse.core.shared;

/** How sure we are that whoever acts is the person it should be: what that person has shown in the last few minutes. */
public enum Assurance {
    /** A browser session, nothing else. */
    SESSION,
    /** The password. */
    PASSWORD,
    /** A second factor. */
    SECOND_FACTOR
}
