/** What may never be found among a tenant's money, and a place where it was. */
@NullMarked
package com.tillhouse.core.invariant.domain;

import org.jspecify.annotations.NullMarked;
