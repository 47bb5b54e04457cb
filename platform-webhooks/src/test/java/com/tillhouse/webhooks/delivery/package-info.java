/** The worker on a real database, against receivers that are real HTTP servers. */
@NullMarked
package com.tillhouse.webhooks.delivery;

import org.jspecify.annotations.NullMarked;
