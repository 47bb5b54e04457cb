package com.tillhouse.core.checkout.domain;

/** What a tenant wants done with a second success of one session. */
public enum SurplusPolicy {
    /** Give it back by itself: cancel inside the window, else refund. */
    RETURN,
    /** Leave it to the merchant, who was told. */
    KEEP
}
