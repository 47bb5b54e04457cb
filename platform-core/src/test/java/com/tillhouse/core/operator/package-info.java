/** Operators and their accesses, against a real database. */
@NullMarked
package com.tillhouse.core.operator;

import org.jspecify.annotations.NullMarked;
