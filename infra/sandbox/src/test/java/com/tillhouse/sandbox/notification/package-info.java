/** Tests of the notification package. */
@NullMarked
package com.tillhouse.sandbox.notification;

import org.jspecify.annotations.NullMarked;
