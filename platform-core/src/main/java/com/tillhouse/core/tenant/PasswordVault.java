package com.tillhouse.core.tenant;

/** Turns passwords into something that can be kept, and tells whether one fits. Slow by intent: call it outside a transaction. */
public interface PasswordVault {

    /** A salted hash that names its own method, so that a stronger one can follow. */
    String hash(String password);

    /** True when the hash was made of this password. */
    boolean fits(String password, String hash);
}
