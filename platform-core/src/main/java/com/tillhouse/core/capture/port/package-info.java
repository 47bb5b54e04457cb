/** What captures need from outside. */
@NullMarked
package com.tillhouse.core.capture.port;

import org.jspecify.annotations.NullMarked;
