/** Fixtures that every module's tests share, and the tests of the core itself. */
@NullMarked
package com.tillhouse.core;

import org.jspecify.annotations.NullMarked;
