/** Captures over HTTP. */
@NullMarked
package com.tillhouse.api.capture;

import org.jspecify.annotations.NullMarked;
