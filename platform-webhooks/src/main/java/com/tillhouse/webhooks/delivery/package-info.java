/** Brings due webhooks to their endpoints: claims, sends side by side, records. */
@NullMarked
package com.tillhouse.webhooks.delivery;

import org.jspecify.annotations.NullMarked;
