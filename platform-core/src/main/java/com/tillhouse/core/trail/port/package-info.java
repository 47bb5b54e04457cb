/** What the trail needs from outside. */
@NullMarked
package com.tillhouse.core.trail.port;

import org.jspecify.annotations.NullMarked;
