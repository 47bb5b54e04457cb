/** The rules of webhooks, without any I/O. */
@NullMarked
package com.tillhouse.core.webhook.domain;

import org.jspecify.annotations.NullMarked;
