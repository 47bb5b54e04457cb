/** What went wrong, in the words of RFC 9457. */
@NullMarked
package com.tillhouse.api.problem;

import org.jspecify.annotations.NullMarked;
