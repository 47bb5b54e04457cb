package com.tillhouse.core.adapter.vault;

import com.tillhouse.core.shared.PlatformException;

/** A secret can't be sealed or opened: wrong master key, a moved or altered ciphertext. */
public final class SealBrokenException extends PlatformException {
    private static final long serialVersionUID = 1L;

    SealBrokenException(String detail, Throwable cause) {
        super("seal_broken", detail);
        initCause(cause);
    }
}
