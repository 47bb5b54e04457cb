/** A keyset as it is kept. */
@NullMarked
package com.tillhouse.core.keyset.domain;

import org.jspecify.annotations.NullMarked;
