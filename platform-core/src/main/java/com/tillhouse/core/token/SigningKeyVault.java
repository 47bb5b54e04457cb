package com.tillhouse.core.token;

import java.util.List;

/** Where the platform's token signing keys lie, encrypted. They belong to no tenant. Opens its own transactions. */
public interface SigningKeyVault {

    /** Keys that are not retired, oldest first. */
    List<SigningKey> unretired();

    /**
     * Keeps the key if there is no unretired one yet. Of several processes that start at once exactly one succeeds; the others see its key by
     * {@link #unretired} as soon as this returns.
     */
    void addFirst(SigningKey key);
}
