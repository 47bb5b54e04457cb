/** Tests of the sandbox over its wire, with a merchant's server on the other side. */
@NullMarked
package com.tillhouse.sandbox;

import org.jspecify.annotations.NullMarked;
