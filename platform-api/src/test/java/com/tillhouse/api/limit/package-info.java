/** The quotas, by a clock that tests move. */
@NullMarked
package com.tillhouse.api.limit;

import org.jspecify.annotations.NullMarked;
