package com.tillhouse.core.operator.domain;

/** How far an access is at some moment. */
public enum AccessStatus {
    /** An owner has not agreed yet. */
    WAITING,
    /** The operator may look now. */
    OPEN,
    /** Its time is over, or somebody ended it. */
    ENDED,
    /** It ended, or nobody agreed in time, before it ever started. */
    NEVER_STARTED
}
