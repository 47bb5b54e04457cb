/** Signatures and the transport. */
@NullMarked
package com.tillhouse.core.adapter.antom.wire;

import org.jspecify.annotations.NullMarked;
