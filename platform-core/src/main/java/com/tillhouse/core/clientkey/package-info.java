/** The public keys with which API clients prove who they are (private_key_jwt), and the proofs that were used. */
@NullMarked
package com.tillhouse.core.clientkey;

import org.jspecify.annotations.NullMarked;
