package com.tillhouse.core.refund.domain;

/** What a refund is. */
public enum RefundStatus {
    /** The amount is reserved; the result is not known. */
    PROCESSING,
    SUCCEEDED,
    FAILED
}
