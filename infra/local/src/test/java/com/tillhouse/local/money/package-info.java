/** Proofs that money is never wrong, with real processes on one database: races between two of them, kill -9 at every place, and a flood of recovery. */
@NullMarked
package com.tillhouse.local.money;

import org.jspecify.annotations.NullMarked;
