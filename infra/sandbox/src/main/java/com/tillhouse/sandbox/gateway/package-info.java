/** The gateway's door: checks a call, runs it, signs the answer. */
@NullMarked
package com.tillhouse.sandbox.gateway;

import org.jspecify.annotations.NullMarked;
