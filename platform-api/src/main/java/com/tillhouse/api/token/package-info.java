/** Where merchants' programs get their access tokens. */
@NullMarked
package com.tillhouse.api.token;

import org.jspecify.annotations.NullMarked;
