/** Writing, reading, verifying and exporting audit trails; each class is one driving port. */
@NullMarked
package com.tillhouse.core.audit.usecase;

import org.jspecify.annotations.NullMarked;
