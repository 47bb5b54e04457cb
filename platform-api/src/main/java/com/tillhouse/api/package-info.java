/** The tenant API: HTTP doors for merchants' servers. */
@NullMarked
package com.tillhouse.api;

import org.jspecify.annotations.NullMarked;
