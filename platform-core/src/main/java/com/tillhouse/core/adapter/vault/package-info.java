/** Seals secrets with Tink: one keyset a tenant, wrapped by a master key that is not in the database. */
@NullMarked
package com.tillhouse.core.adapter.vault;

import org.jspecify.annotations.NullMarked;
