/** How much is let in: requests in a time for each tenant, client and address, and requests at once. */
@NullMarked
package com.tillhouse.api.limit;

import org.jspecify.annotations.NullMarked;
