/** Words that every feature speaks: money, tenants, modes, events, the unit of work. */
@NullMarked
package com.tillhouse.core.shared;

import org.jspecify.annotations.NullMarked;
