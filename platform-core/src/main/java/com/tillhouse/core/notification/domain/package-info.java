/** A notification: how it came, what it says, and what became of it. */
@NullMarked
package com.tillhouse.core.notification.domain;

import org.jspecify.annotations.NullMarked;
