/** Antom's gateway and hosted page for local use and tests: a server that starts in a moment and tells the truth about what it did. */
@NullMarked
package com.tillhouse.sandbox;

import org.jspecify.annotations.NullMarked;
