/** Gets mails out. */
@NullMarked
package com.tillhouse.core.mail.usecase;

import org.jspecify.annotations.NullMarked;
