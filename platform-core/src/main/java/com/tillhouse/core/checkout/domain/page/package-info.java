/** How the hosted page behaves for one session: methods, locale, settlement, the buyer's terminal. */
@NullMarked
package com.tillhouse.core.checkout.domain.page;

import org.jspecify.annotations.NullMarked;
