/** Inbound: what Antom tells us, checked, kept and applied. */
@NullMarked
package com.tillhouse.core.notification;

import org.jspecify.annotations.NullMarked;
