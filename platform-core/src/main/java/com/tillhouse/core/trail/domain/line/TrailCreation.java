package com.tillhouse.core.trail.domain.line;

import com.tillhouse.core.shared.Money;

/**
 * An object came to be.
 *
 * @param object {@code payment} or {@code refund}
 * @param external true for a refund that was made elsewhere
 */
public record TrailCreation(String object, Money amount, boolean external) implements TrailDetail {}
