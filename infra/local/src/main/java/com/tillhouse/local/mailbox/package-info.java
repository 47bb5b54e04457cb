/** A mail server that keeps what it gets, and a page to read it. */
@NullMarked
package com.tillhouse.local.mailbox;

import org.jspecify.annotations.NullMarked;
