/** The request that opens a session: its fields and their rules. */
@NullMarked
package com.tillhouse.sandbox.session;

import org.jspecify.annotations.NullMarked;
