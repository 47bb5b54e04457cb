/** What is known of buyers: how long it is kept, and how it is erased without touching the books. */
@NullMarked
package com.tillhouse.core.erasure;

import org.jspecify.annotations.NullMarked;
