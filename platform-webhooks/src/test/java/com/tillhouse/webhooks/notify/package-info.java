/** The door with everything behind it. */
@NullMarked
package com.tillhouse.webhooks.notify;

import org.jspecify.annotations.NullMarked;
