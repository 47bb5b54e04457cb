/** Payments with their refunds, captures and notifications: what is true, and what is still to be told. */
@NullMarked
package com.tillhouse.sandbox.payment;

import org.jspecify.annotations.NullMarked;
