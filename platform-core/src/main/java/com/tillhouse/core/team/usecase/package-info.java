/** Owners ask people in, change what they may do, and let them go. */
@NullMarked
package com.tillhouse.core.team.usecase;

import org.jspecify.annotations.NullMarked;
