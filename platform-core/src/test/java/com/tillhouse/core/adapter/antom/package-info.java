/** The adapter against a server that answers whatever a test wants, and against the sandbox. */
@NullMarked
package com.tillhouse.core.adapter.antom;

import org.jspecify.annotations.NullMarked;
