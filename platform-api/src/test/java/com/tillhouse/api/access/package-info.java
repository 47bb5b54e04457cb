/** Tests of who is let in. */
@NullMarked
package com.tillhouse.api.access;

import org.jspecify.annotations.NullMarked;
