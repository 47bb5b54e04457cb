/** What can be done with checkout sessions and payments; each class is one driving port. */
@NullMarked
package com.tillhouse.core.checkout.usecase;

import org.jspecify.annotations.NullMarked;
