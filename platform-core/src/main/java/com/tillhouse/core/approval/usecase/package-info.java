/** Proposing, deciding, and asking whether an act needs two; each class is one driving port. */
@NullMarked
package com.tillhouse.core.approval.usecase;

import org.jspecify.annotations.NullMarked;
