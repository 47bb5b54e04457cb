package com.tillhouse.core.checkout.domain;

/** What a checkout session is. All but OPEN are final. */
public enum SessionStatus {
    OPEN,
    COMPLETED,
    EXPIRED,
    CANCELED
}
