/** Messages to the merchant: signed, retried until acknowledged, each attempt recorded. */
@NullMarked
package com.tillhouse.sandbox.notification;

import org.jspecify.annotations.NullMarked;
