/** The lines of a payment's trail as they are read, one record for each kind. */
@NullMarked
package com.tillhouse.core.trail.domain.line;

import org.jspecify.annotations.NullMarked;
