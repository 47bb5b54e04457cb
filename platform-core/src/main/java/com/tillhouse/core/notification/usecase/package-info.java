/** Receiving what Antom tells us. */
@NullMarked
package com.tillhouse.core.notification.usecase;

import org.jspecify.annotations.NullMarked;
