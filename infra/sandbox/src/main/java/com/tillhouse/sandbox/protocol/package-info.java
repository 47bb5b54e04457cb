/** Antom's wire format: signatures, results, times, money. */
@NullMarked
package com.tillhouse.sandbox.protocol;

import org.jspecify.annotations.NullMarked;
