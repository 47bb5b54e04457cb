/** A tenant's identity at Antom, its key versions, and the words for what Antom answered. */
@NullMarked
package com.tillhouse.core.gateway;

import org.jspecify.annotations.NullMarked;
