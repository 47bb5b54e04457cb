/** The API's description, generated from the code. */
@NullMarked
package com.tillhouse.api.openapi;

import org.jspecify.annotations.NullMarked;
