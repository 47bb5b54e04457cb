/** Proof that money is never wrong: random sequences, races and invariants over payments and refunds together. */
@NullMarked
package com.tillhouse.core.money;

import org.jspecify.annotations.NullMarked;
