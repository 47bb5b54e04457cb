/** Tests of clients' public keys. */
@NullMarked
package com.tillhouse.core.token;

import org.jspecify.annotations.NullMarked;
