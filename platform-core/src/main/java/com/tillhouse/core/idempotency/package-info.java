/** Requests that may come twice and must act once. */
@NullMarked
package com.tillhouse.core.idempotency;

import org.jspecify.annotations.NullMarked;
