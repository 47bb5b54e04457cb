/** What can be done with webhooks: add an endpoint, open the one for sessions, deliver what is due. */
@NullMarked
package com.tillhouse.core.webhook.usecase;

import org.jspecify.annotations.NullMarked;
