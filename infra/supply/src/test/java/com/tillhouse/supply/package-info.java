/** Runs the build's own rules about dependencies on artifacts that break them. */
@NullMarked
package com.tillhouse.supply;

import org.jspecify.annotations.NullMarked;
