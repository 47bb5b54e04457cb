/** Refunds over HTTP. */
@NullMarked
package com.tillhouse.api.refund;

import org.jspecify.annotations.NullMarked;
