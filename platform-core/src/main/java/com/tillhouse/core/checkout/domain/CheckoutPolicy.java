package com.tillhouse.core.checkout.domain;

/**
 * A tenant's own rules for its checkout.
 *
 * @param surplus what happens to money that came twice
 * @param duplicateOrder whether a second session may be opened while one for the same order reference is open
 */
public record CheckoutPolicy(SurplusPolicy surplus, DuplicateOrder duplicateOrder) {
    /** For tenants who did not say. */
    public static final CheckoutPolicy USUAL = new CheckoutPolicy(SurplusPolicy.RETURN, DuplicateOrder.ALLOW);

    /** A second session for the same open order reference. */
    public enum DuplicateOrder {
        /** Opened; the answer warns of it. */
        ALLOW,
        /** Refused until the first has ended. */
        REFUSE
    }
}
