package com.tillhouse.core.checkout.domain;

/** What a payment is. */
public enum PaymentStatus {
    /** Saved, Antom not heard yet. */
    CREATED,
    /** A buyer can pay it on Antom's page. */
    OPEN,
    /** The buyer has paid or is paying; the result is not known. */
    PROCESSING,
    /** The buyer's money is held for the merchant, who captures it; nothing was taken yet. */
    AUTHORIZED,
    SUCCEEDED,
    FAILED,
    EXPIRED,
    CANCELED,
    /** Antom did not answer the opening; no buyer was sent there, but it is watched until its life is over. */
    ABANDONED;

    /** True while a buyer may still be sent to it or may be paying it. */
    public boolean live() {
        return this == CREATED || this == OPEN || this == PROCESSING;
    }
}
