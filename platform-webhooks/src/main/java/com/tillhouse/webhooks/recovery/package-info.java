/** Asks Antom about what is not final. */
@NullMarked
package com.tillhouse.webhooks.recovery;

import org.jspecify.annotations.NullMarked;
