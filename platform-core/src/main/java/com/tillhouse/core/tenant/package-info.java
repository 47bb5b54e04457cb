/** Tenants, the people who act for them, and their API clients. */
@NullMarked
package com.tillhouse.core.tenant;

import org.jspecify.annotations.NullMarked;
