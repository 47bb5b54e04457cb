/** Where keysets and what they seal are kept. */
@NullMarked
package com.tillhouse.core.keyset.port;

import org.jspecify.annotations.NullMarked;
