package com.tillhouse.core.invariant.domain;

/**
 * One object that breaks an invariant. There must never be one; each is for a person.
 *
 * @param invariant such as {@code I-1}
 * @param objectId the payment, refund, session, notification or key
 * @param detail what does not hold
 */
public record Breach(String invariant, String objectId, String detail) {}
