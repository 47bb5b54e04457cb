/** The whole platform in one process. */
@NullMarked
package com.tillhouse.local;

import org.jspecify.annotations.NullMarked;
