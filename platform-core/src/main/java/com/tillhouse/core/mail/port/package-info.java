/** What mailing needs from outside. */
@NullMarked
package com.tillhouse.core.mail.port;

import org.jspecify.annotations.NullMarked;
