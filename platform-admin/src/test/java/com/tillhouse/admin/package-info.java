/** Tests of the admin app, from the browser's side and below. */
@NullMarked
package com.tillhouse.admin;

import org.jspecify.annotations.NullMarked;
