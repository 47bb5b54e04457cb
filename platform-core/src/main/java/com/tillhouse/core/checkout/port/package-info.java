/** What checkout needs from outside. */
@NullMarked
package com.tillhouse.core.checkout.port;

import org.jspecify.annotations.NullMarked;
