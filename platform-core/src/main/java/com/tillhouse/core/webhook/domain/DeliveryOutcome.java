package com.tillhouse.core.webhook.domain;

import java.time.Instant;

/** What one attempt means for its delivery. */
public sealed interface DeliveryOutcome {

    /** The endpoint took it. */
    record Delivered(Instant at) implements DeliveryOutcome {}

    /** It did not; the next attempt is due then. */
    record Again(Instant at) implements DeliveryOutcome {}

    /** It did not, and that was the last attempt. */
    record Failed() implements DeliveryOutcome {}

    /** The endpoint said that it is gone for good: it is disabled and nothing more is sent to it. */
    record Gone(Instant at) implements DeliveryOutcome {}
}
