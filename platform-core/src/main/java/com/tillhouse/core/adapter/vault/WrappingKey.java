package com.tillhouse.core.adapter.vault;

import com.google.crypto.tink.Aead;

/** A master key: wraps keysets, and binds each to whose it is. Stands outside the database. */
interface WrappingKey extends Aead {

    /** Kept beside what it wraps, so that it is found again. No secret. */
    String id();

    /** True when wrapping and unwrapping ask a server. */
    boolean remote();
}
