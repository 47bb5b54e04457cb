/** The audit trail as the tenant sees it. */
@NullMarked
package com.tillhouse.admin.audit;

import org.jspecify.annotations.NullMarked;
