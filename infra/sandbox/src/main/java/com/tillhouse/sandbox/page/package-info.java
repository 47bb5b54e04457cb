/** The hosted checkout page. */
@NullMarked
package com.tillhouse.sandbox.page;

import org.jspecify.annotations.NullMarked;
