/** What can be done with captures; each class is one driving port. */
@NullMarked
package com.tillhouse.core.capture.usecase;

import org.jspecify.annotations.NullMarked;
