/** Tests of this package. */
@NullMarked
package com.tillhouse.core.trail.domain;

import org.jspecify.annotations.NullMarked;
