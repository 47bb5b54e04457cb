/** Tests of this package. */
@NullMarked
package com.tillhouse.core.checkout.domain;

import org.jspecify.annotations.NullMarked;
