/** What can be done with refunds; each class is one driving port. */
@NullMarked
package com.tillhouse.core.refund.usecase;

import org.jspecify.annotations.NullMarked;
