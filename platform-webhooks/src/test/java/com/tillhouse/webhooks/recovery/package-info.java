/** Recovery against the sandbox. */
@NullMarked
package com.tillhouse.webhooks.recovery;

import org.jspecify.annotations.NullMarked;
