/** Switches for what Antom's documents leave open. */
@NullMarked
package com.tillhouse.sandbox.settings;

import org.jspecify.annotations.NullMarked;
