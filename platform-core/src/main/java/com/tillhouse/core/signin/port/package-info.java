/** What signing in needs from outside. */
@NullMarked
package com.tillhouse.core.signin.port;

import org.jspecify.annotations.NullMarked;
