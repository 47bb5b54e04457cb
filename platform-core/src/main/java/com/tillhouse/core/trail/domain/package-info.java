/** Who acts, and what is noted of it for the trail of a payment. */
@NullMarked
package com.tillhouse.core.trail.domain;

import org.jspecify.annotations.NullMarked;
