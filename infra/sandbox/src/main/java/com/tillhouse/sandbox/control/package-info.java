/** The control API: registers clients, acts as the buyer, moves the clock, injects faults, tells the truth. */
@NullMarked
package com.tillhouse.sandbox.control;

import org.jspecify.annotations.NullMarked;
