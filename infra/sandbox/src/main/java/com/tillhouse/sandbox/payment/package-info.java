/** Sessions and payments: what a merchant opened, what the buyer did, what is true. */
@NullMarked
package com.tillhouse.sandbox.payment;

import org.jspecify.annotations.NullMarked;
