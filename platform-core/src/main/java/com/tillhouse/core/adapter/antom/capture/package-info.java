/** Captures in Antom's words: what is sent, and what an answer means. */
@NullMarked
package com.tillhouse.core.adapter.antom.capture;

import org.jspecify.annotations.NullMarked;
