/** The check of invariants, for operators and for tests; each class is one driving port. */
@NullMarked
package com.tillhouse.core.invariant.usecase;

import org.jspecify.annotations.NullMarked;
