/** Tests of the protocol package. */
@NullMarked
package com.tillhouse.sandbox.protocol;

import org.jspecify.annotations.NullMarked;
