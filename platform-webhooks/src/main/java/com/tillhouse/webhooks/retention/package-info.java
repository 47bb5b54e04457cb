/** Forgets what has been kept long enough. */
@NullMarked
package com.tillhouse.webhooks.retention;

import org.jspecify.annotations.NullMarked;
