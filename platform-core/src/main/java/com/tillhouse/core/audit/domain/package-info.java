/** What a tenant's audit trail is made of, and how its entries are chained. */
@NullMarked
package com.tillhouse.core.audit.domain;

import org.jspecify.annotations.NullMarked;
