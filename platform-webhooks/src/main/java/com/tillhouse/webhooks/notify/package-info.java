/** The door that Antom posts its notifications to. */
@NullMarked
package com.tillhouse.webhooks.notify;

import org.jspecify.annotations.NullMarked;
