/** Enrolling operators, and opening, consenting to, ending and using their accesses; each class is one driving port. */
@NullMarked
package com.tillhouse.core.operator.usecase;

import org.jspecify.annotations.NullMarked;
