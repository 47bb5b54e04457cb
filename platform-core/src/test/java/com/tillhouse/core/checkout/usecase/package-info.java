/** Tests of this package. */
@NullMarked
package com.tillhouse.core.checkout.usecase;

import org.jspecify.annotations.NullMarked;
