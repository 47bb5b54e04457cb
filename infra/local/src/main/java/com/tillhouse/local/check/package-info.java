/** One purchase by itself, through the real HTTP interfaces only. */
@NullMarked
package com.tillhouse.local.check;

import org.jspecify.annotations.NullMarked;
