/** The audit trail: who did what with the rights of a tenant, append-only and chained by hash. */
@NullMarked
package com.tillhouse.core.audit;

import org.jspecify.annotations.NullMarked;
