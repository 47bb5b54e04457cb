/** Checkout sessions and payments: aggregates, values and the transition tables. */
@NullMarked
package com.tillhouse.core.checkout.domain;

import org.jspecify.annotations.NullMarked;
