/** Recording who acts, and telling what happened to a payment. */
@NullMarked
package com.tillhouse.core.trail.usecase;

import org.jspecify.annotations.NullMarked;
