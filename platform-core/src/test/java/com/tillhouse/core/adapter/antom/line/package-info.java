/** The lines to Antom, by a clock that tests move. */
@NullMarked
package com.tillhouse.core.adapter.antom.line;

import org.jspecify.annotations.NullMarked;
