/** What is known of buyers: how long it is kept, and how it is erased. */
@NullMarked
package com.tillhouse.api.buyerdata;

import org.jspecify.annotations.NullMarked;
