package com.tillhouse.sandbox.payment;

/** Where a refund or a capture stands, in Antom's words. */
public enum FollowUpStatus {
    PROCESSING,
    SUCCESS,
    FAIL
}
