package com.tillhouse.core.checkout.port;

import java.time.Instant;

/**
 * Antom's hosted page for one payment.
 *
 * @param normalUrl byte for byte as Antom gave it
 * @param expiresAt when Antom closes it
 */
public record OpenedPage(String normalUrl, Instant expiresAt) {}
