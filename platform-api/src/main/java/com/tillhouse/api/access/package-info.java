/** Who calls, and what that caller may do. */
@NullMarked
package com.tillhouse.api.access;

import org.jspecify.annotations.NullMarked;
