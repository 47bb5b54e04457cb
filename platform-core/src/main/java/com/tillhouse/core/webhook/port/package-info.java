/** What sending webhooks needs from outside: a place for endpoints, a place for deliveries, and a way out. */
@NullMarked
package com.tillhouse.core.webhook.port;

import org.jspecify.annotations.NullMarked;
