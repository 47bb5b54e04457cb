/** Tests of the keys that sign access tokens. */
@NullMarked
package com.tillhouse.core.token;

import org.jspecify.annotations.NullMarked;
