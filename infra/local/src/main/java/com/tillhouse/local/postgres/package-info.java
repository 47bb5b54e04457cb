/** PostgreSQL from Maven Central: unpacked, started on a data folder that survives, stopped. */
@NullMarked
package com.tillhouse.local.postgres;

import org.jspecify.annotations.NullMarked;
