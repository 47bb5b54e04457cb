/** Keys that requests are repeated under, and the answers kept with them. */
@NullMarked
package com.tillhouse.api.idempotency;

import org.jspecify.annotations.NullMarked;
