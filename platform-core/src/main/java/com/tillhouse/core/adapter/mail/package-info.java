/** Hands mails to a mail server by SMTP. */
@NullMarked
package com.tillhouse.core.adapter.mail;

import org.jspecify.annotations.NullMarked;
