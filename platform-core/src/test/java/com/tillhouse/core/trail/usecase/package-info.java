/** Tests of this package. */
@NullMarked
package com.tillhouse.core.trail.usecase;

import org.jspecify.annotations.NullMarked;
