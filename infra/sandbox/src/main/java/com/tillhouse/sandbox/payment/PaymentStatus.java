package com.tillhouse.sandbox.payment;

/** Where a payment stands, with the word Antom's messages use for it. */
public enum PaymentStatus {
    /** The session is open; the buyer has done nothing yet. */
    OPEN("PROCESSING"),
    /** The buyer is done; the provider confirms later. */
    PENDING("PENDING"),
    SUCCESS("SUCCESS"),
    FAIL("FAIL"),
    /** The session's time ran out. */
    EXPIRED("FAIL"),
    CANCELLED("CANCELLED");

    private final String wireName;

    PaymentStatus(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
