package com.tillhouse.sandbox.payment;

/** What a merchant can do to a payment that was paid, by Antom's transaction types. */
public enum FollowUpKind {
    REFUND,
    CAPTURE
}
