/** The way out, tried from both sides: what is refused before a connection, and what a bad receiver can do after it. */
@NullMarked
package com.tillhouse.core.adapter.egress;

import org.jspecify.annotations.NullMarked;
