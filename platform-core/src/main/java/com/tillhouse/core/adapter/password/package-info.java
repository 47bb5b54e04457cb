/** Hashes passwords with Argon2. */
@NullMarked
package com.tillhouse.core.adapter.password;

import org.jspecify.annotations.NullMarked;
