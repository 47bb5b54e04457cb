/** What the audit trail needs from outside. */
@NullMarked
package com.tillhouse.core.audit.port;

import org.jspecify.annotations.NullMarked;
