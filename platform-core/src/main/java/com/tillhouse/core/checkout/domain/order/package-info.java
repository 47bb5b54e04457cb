/** The order as the merchant describes it; field for field what Antom's createPaymentSession takes, in the API's words. */
@NullMarked
package com.tillhouse.core.checkout.domain.order;

import org.jspecify.annotations.NullMarked;
