/** The trail of a payment over HTTP. */
@NullMarked
package com.tillhouse.api.trail;

import org.jspecify.annotations.NullMarked;
