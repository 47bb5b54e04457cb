/** Outbound: endpoints, deliveries and their attempts. */
@NullMarked
package com.tillhouse.core.webhook;

import org.jspecify.annotations.NullMarked;
