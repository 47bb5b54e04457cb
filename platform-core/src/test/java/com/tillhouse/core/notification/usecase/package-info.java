/** Receiving, on fakes. */
@NullMarked
package com.tillhouse.core.notification.usecase;

import org.jspecify.annotations.NullMarked;
