/** The API as merchants' programs meet it. */
@NullMarked
package com.tillhouse.api;

import org.jspecify.annotations.NullMarked;
