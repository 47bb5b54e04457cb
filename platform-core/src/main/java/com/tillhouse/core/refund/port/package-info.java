/** What refunds need from outside. */
@NullMarked
package com.tillhouse.core.refund.port;

import org.jspecify.annotations.NullMarked;
