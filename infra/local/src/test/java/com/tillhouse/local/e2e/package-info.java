/** The whole platform in a process of its own, seen from outside: with a browser, by scripts, and through kill -9. */
@NullMarked
package com.tillhouse.local.e2e;

import org.jspecify.annotations.NullMarked;
