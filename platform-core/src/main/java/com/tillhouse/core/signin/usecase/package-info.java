/** Follows sign-ins, ends them, and replaces passwords. */
@NullMarked
package com.tillhouse.core.signin.usecase;

import org.jspecify.annotations.NullMarked;
