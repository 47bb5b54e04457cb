/** What the check of invariants needs from outside. */
@NullMarked
package com.tillhouse.core.invariant.port;

import org.jspecify.annotations.NullMarked;
