/** Tests of clients' public keys. */
@NullMarked
package com.tillhouse.core.clientkey;

import org.jspecify.annotations.NullMarked;
