/** Tests of this package. */
@NullMarked
package com.tillhouse.core.adapter.postgres;

import org.jspecify.annotations.NullMarked;
