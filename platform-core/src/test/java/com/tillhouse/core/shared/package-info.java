/** Tests of this package. */
@NullMarked
package com.tillhouse.core.shared;

import org.jspecify.annotations.NullMarked;
