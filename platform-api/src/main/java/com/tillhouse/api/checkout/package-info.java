/** Checkout sessions and payments over HTTP. */
@NullMarked
package com.tillhouse.api.checkout;

import org.jspecify.annotations.NullMarked;
