/** The app for members and operators. */
@NullMarked
package com.tillhouse.admin;

import org.jspecify.annotations.NullMarked;
