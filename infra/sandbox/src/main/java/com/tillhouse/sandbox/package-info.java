/** A server that speaks Antom's protocol. */
@NullMarked
package com.tillhouse.sandbox;

import org.jspecify.annotations.NullMarked;
