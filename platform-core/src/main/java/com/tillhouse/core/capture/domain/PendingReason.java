package com.tillhouse.core.capture.domain;

/** Why a capture is still processing. */
public enum PendingReason {
    /** The amount is spoken for, not yet sent to Antom. */
    NOT_SENT,
    /** Sent, but no answer that can be relied on; the same request is repeated. */
    UNDETERMINED,
    /** Antom said CAPTURE_IN_PROCESS; it will tell. */
    IN_PROCESS
}
