/** Everything asynchronous: notifications in, webhooks out, recovery. */
@NullMarked
package com.tillhouse.webhooks;

import org.jspecify.annotations.NullMarked;
