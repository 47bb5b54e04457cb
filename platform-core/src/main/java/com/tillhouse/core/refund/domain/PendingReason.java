package com.tillhouse.core.refund.domain;

/** Why a refund is still processing. */
public enum PendingReason {
    /** Reserved, not yet sent to Antom. */
    NOT_SENT,
    /** Sent, but no answer that can be relied on; the same request is repeated. */
    UNDETERMINED,
    /** Antom said REFUND_IN_PROCESS; it will tell. */
    IN_PROCESS
}
