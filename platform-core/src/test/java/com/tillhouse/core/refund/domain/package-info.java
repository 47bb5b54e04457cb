/** Tests of this package. */
@NullMarked
package com.tillhouse.core.refund.domain;

import org.jspecify.annotations.NullMarked;
