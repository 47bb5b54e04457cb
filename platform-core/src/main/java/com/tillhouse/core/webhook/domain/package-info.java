/** What a webhook is: endpoints, secrets, signatures, deliveries, and the rules by which they are tried again. */
@NullMarked
package com.tillhouse.core.webhook.domain;

import org.jspecify.annotations.NullMarked;
