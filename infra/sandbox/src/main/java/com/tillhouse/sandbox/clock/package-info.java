/** The sandbox's own time, and the work that falls due by it. */
@NullMarked
package com.tillhouse.sandbox.clock;

import org.jspecify.annotations.NullMarked;
