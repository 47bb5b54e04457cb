/** Keeps everything in PostgreSQL: JPA for aggregates, JDBC where it is guarded, bulk or hot. Rows never leave this package. */
@NullMarked
package com.tillhouse.core.adapter.postgres;

import org.jspecify.annotations.NullMarked;
