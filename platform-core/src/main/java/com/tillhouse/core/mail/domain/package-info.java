/** What mails are made of. */
@NullMarked
package com.tillhouse.core.mail.domain;

import org.jspecify.annotations.NullMarked;
