/** What receiving a notification needs from outside. */
@NullMarked
package com.tillhouse.core.notification.port;

import org.jspecify.annotations.NullMarked;
