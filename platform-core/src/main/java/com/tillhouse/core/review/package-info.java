/** What a person must look at because Antom can't tell, and what persons decided about it. */
@NullMarked
package com.tillhouse.core.review;

import org.jspecify.annotations.NullMarked;
