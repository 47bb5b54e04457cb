package com.tillhouse.sandbox.payment;

import java.time.Instant;

/**
 * The hosted page's side of a payment.
 *
 * @param sessionData the opaque text in the page's address
 * @param formToken what the page's buttons must bring along
 */
public record CheckoutSession(
        String sessionId, String sessionData, String formToken, Instant createdAt, Instant expiresAt) {}
