/** Speaks WebAuthn with browsers, by webauthn4j. */
@NullMarked
package com.tillhouse.core.adapter.passkey;

import org.jspecify.annotations.NullMarked;
