package com.tillhouse.sandbox.protocol;

/** Antom's three verdicts on a call: success, failure, unknown. */
public enum ResultStatus {
    S,
    F,
    U
}
