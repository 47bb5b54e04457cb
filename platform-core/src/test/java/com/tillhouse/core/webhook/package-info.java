/** Webhooks on a real database, against receivers that are real HTTP servers. */
@NullMarked
package com.tillhouse.core.webhook;

import org.jspecify.annotations.NullMarked;
