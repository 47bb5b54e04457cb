/** What a merchant does to a payment afterwards: cancel, refund, capture, and asking about it. */
@NullMarked
package com.tillhouse.sandbox.followup;

import org.jspecify.annotations.NullMarked;
