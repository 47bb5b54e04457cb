@NullMarked
package com.tillhouse.webhooks.mail;

import org.jspecify.annotations.NullMarked;
